// An observer has a voice for as long as they lead: their part of the room comes and goes with the chair. What they had
// half typed stays where it can be copied; the server would refuse it.
import { alertNow } from "../announce.js";
import { end } from "../ended.js";
import { showMine } from "./mine.js";
import { isBusy, mine } from "./mine-state.js";

const AGAIN = 3000;
const leads = () => "said" in document.getElementById("chair").dataset;
let held = leads();

async function load(now) {
  const response = await fetch(mine().dataset.url, { cache: "no-store", headers: { "HX-Request": "true" } });
  if (!response.ok) throw new Error(String(response.status));
  const html = await response.text();
  if (now !== leads()) return; // the chair has moved again meanwhile, which is followed by itself
  if (!now && isBusy()) stop();
  else await showMine(html, true);
}

function stop() {
  const notice = mine().querySelector("[data-watch]");
  for (const form of mine().querySelectorAll("form")) end(form);
  notice.hidden = false;
  alertNow(notice.querySelector("p").textContent);
}

/** Follow the chair; what could not be fetched is asked for again. Who leads anew gets forms in the place of ended ones. */
function follow() {
  const now = leads();
  if (now === held || !("watches" in mine().dataset)) return;
  held = now;
  if (!now && isBusy()) stop();
  else load(now).catch(() => {
    held = !now;
    setTimeout(follow, AGAIN);
  });
}

document.addEventListener("htmx:after:swap", ({ target }) => {
  if (target?.id === "chair") follow();
});
