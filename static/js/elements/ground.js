// Whether one agreed to the ground rules as they stand now: told anew when the rules that everybody sees change.
import { tell } from "../announce.js";

function look() {
  const changed = document.querySelector("#live-stage [data-ground-changed]")?.dataset.groundChanged ?? 0;
  for (const line of document.querySelectorAll("#mine [data-ground-agreed]")) {
    const stands = Number(line.dataset.groundAgreed) >= Number(changed);
    const stale = line.querySelector("[data-ground-stale]");
    if (stale.hidden && !stands) tell(stale.textContent, "ground");
    line.querySelector("[data-ground-stands]").hidden = !stands;
    stale.hidden = stands;
  }
}

document.addEventListener("roundel:live", look);
document.addEventListener("htmx:after:swap", look);
