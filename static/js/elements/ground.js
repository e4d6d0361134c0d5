// Whether one agreed to the ground rules as they stand now: told anew when the rules that everybody sees change.
function look() {
  const changed = document.querySelector("#live-stage [data-ground-changed]")?.dataset.groundChanged ?? 0;
  for (const line of document.querySelectorAll("#mine [data-ground-agreed]")) {
    const stands = Number(line.dataset.groundAgreed) >= Number(changed);
    line.querySelector("[data-ground-stands]").hidden = !stands;
    line.querySelector("[data-ground-stale]").hidden = stands;
  }
}

document.addEventListener("roundel:live", look);
document.addEventListener("htmx:after:swap", look);
