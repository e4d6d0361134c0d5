// An observer has a voice for as long as they lead: their part of the room comes and goes with the chair. What they had
// half typed stays where it can be copied; the server would refuse it.
import { alertNow } from "../announce.js";
import { end } from "../ended.js";
import { showMine } from "./mine.js";
import { isBusy, mine } from "./mine-state.js";

const leads = () => "said" in document.getElementById("chair").dataset;
let held = leads();

async function load() {
  const response = await fetch(mine().dataset.url, { cache: "no-store", headers: { "HX-Request": "true" } }).catch(() => null);
  const html = response?.ok ? await response.text() : "";
  if (html && !isBusy()) await showMine(html, true);
}

function stop() {
  const notice = mine().querySelector("[data-watch]");
  for (const form of mine().querySelectorAll("form")) end(form);
  notice.hidden = false;
  alertNow(notice.querySelector("p").textContent);
}

document.addEventListener("htmx:after:swap", ({ target }) => {
  if (target?.id !== "chair" || leads() === held) return;
  held = leads();
  if (!("watches" in mine().dataset)) return;
  if (!isBusy()) load();
  else if (!held) stop();
});
