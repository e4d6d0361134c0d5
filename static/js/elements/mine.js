// One's own part of the room follows the stage, but never from under somebody's hands.
import { say } from "../announce.js";
import { refresh } from "../registry.js";
import { decorate, isBehind, isBusy, mine } from "./mine-state.js";

const offer = document.getElementById("mine-offer");
let loading = null;
let asked = ""; // for which stage this part was loaded last: once is enough
let swapping = false;

/** Put new HTML in the place of one's own part; what has lost the focus by it gives it to what came: `moved` by others. */
export async function showMine(html, moved = false) {
  const held = mine().contains(document.activeElement);
  swapping = true;
  await htmx.swap({ sourceElement: mine(), target: mine(), text: html, swap: "outerHTML" });
  swapping = false;
  refresh();
  decorate();
  if (held) land(moved);
}

/** After one's own press the focus goes to what it brought; where the stage moved, never into a box: to the heading. */
function land(moved = false) {
  const found = mine().querySelector("[data-focus]") ?? document.getElementById("say-body");
  if (!moved) found?.focus();
  if (moved || document.activeElement !== found) document.getElementById("now")?.focus({ preventScroll: moved });
}

async function load(force) {
  const { url, stepRev, roundState } = mine().dataset;
  const response = await fetch(url, { cache: "no-store", headers: { "HX-Request": "true" } });
  if (!response.ok) throw new Error(String(response.status));
  const before = mine().dataset;
  const html = await response.text();
  if (!force && isBusy()) return show(true);
  return before.stepRev === stepRev && before.roundState === roundState ? showMine(html, !force) : undefined;
}

/** Follow the stage: at once, or by an offer while something is unsent. One request at a time. */
async function follow(force = false) {
  if (loading) return loading.then(() => follow(force));
  if (!isBehind() || (!force && isBusy())) return show(isBehind());
  show(false);
  const { stepRev, roundState } = document.getElementById("live-stage").dataset;
  if (!force && asked === `${stepRev} ${roundState}`) return undefined;
  asked = `${stepRev} ${roundState}`;
  loading = load(force).catch(again).finally(() => (loading = null));
  return loading;
}

function again() {
  asked = "";
  setTimeout(follow, 3000);
}

function show(on) {
  const stage = document.getElementById("live-stage").dataset;
  offer.querySelector("[data-offer]").textContent = stage.stepRev === mine().dataset.stepRev ? stage.offer : stage.place;
  offer.hidden = !on;
}

function look() {
  decorate();
  follow();
}

// Only the person's own sending moves the focus; what others do never does.
function swapped({ target }) {
  look();
  if (swapping || target.closest?.("[id^=live-], #text-others, #proposal, #gestures, #led, #chair")) return;
  say(mine().dataset.said);
  if (document.activeElement === document.body) land();
}

offer.querySelector("button").addEventListener("click", () => follow(true).then(() => land()));
document.addEventListener("roundel:live", look);
document.addEventListener("htmx:after:swap", swapped);
decorate();
follow();
