// A page that asks for something follows the round it asks in: closed or revealed, it is read afresh, and says so. What is
// not sent by then is kept on this device, and the page that comes shows it (late.js). Nobody is taken from a box they type in.
import { say } from "../announce.js";

const AFRESH = "roundel-afresh";
const HANDS = 400; // a press that takes the focus from a box is heard first
let asked = document.querySelector("[data-round]")?.dataset.round;

/** Return how a round stands, as the line told last; one that nobody was asked yet is not among them. */
function stateOf(number) {
  const states = (document.getElementById("live-begun")?.dataset.rounds ?? "").split(" ");
  return states.find((state) => state.startsWith(`${number}:`)) ?? `${number}:draft`;
}

function remember(path) {
  try {
    const was = sessionStorage.getItem(AFRESH);
    if (path) sessionStorage.setItem(AFRESH, path);
    else sessionStorage.removeItem(AFRESH);
    return was;
  } catch {
    return null;
  }
}

function look() {
  if (!asked || stateOf(asked.split(":")[0]) === asked) return;
  if (document.activeElement?.matches("#main input[type=text]")) return;
  asked = "";
  remember(location.pathname);
  history.scrollRestoration = "manual"; // what is new is at its start
  location.reload();
}

document.addEventListener("roundel:live", () => {
  const live = document.querySelector("[data-on-stage]");
  const number = document.querySelector("[data-round]")?.dataset.round.split(":")[0];
  if (live) live.hidden = document.getElementById("live-where").dataset.round !== number;
  look();
});
document.addEventListener("focusout", () => setTimeout(look, HANDS));

// The page was read afresh under somebody's eyes: what is new stands at its start, and is said.
if (remember("") === location.pathname) {
  const news = [...document.querySelectorAll("#closed, #late")].filter((each) => each.checkVisibility());
  say(news.map((each) => each.querySelector(".notice__title").textContent.trim()).join(" "));
  news[0]?.scrollIntoView({ block: "center" });
  addEventListener("load", () => setTimeout(() => (history.scrollRestoration = "auto")));
}
