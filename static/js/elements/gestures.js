// One's own hand, "ready" and private signals: one press each, set on the server, never taken by what others do.
import { say } from "../announce.js";
import { post } from "../http.js";
import { word } from "../words.js";
import { closeAsk } from "./gestures-ask.js";
import { hold, load } from "./gestures-load.js";
import { beginAnew, part, presses, show, wrong } from "./gestures-own.js";

const ASK = 20000; // while a signal of one's own stands: whether who leads has heard it
const FEW = 1000; // milliseconds within which those ask who wait for a pause
const EACH = 10; // milliseconds for each hand, so that a room whose hands are lowered does not ask all at once
const stage = () => document.querySelector("#live-stage, #live-where").dataset; // the room, or a live round's page
const down = () => document.getElementById("live-hands").dataset.down;
let held = down();
const waiting = new Map(); // presses that are not sent yet, by what they are about: the last one of each is sent
let busy = false;

function press(event) {
  if (!event.target.closest("#gestures")) return;
  event.preventDefault();
  const { name, value } = event.submitter;
  waiting.set(value, [event.target.action, [[name, value], ["step_rev", stage().stepRev]]]);
  if (event.submitter.closest("details")) closeAsk();
  if (!busy) sendAll();
}

/** Send what is pressed, one at a time; what one press was refused for still stands when the next has worked. */
async function sendAll() {
  busy = true;
  hold(true);
  wrong("");
  const refused = new Set();
  for (const [kind, pressed] of waiting) { // what is pressed meanwhile comes last
    waiting.delete(kind);
    const answer = await post(...pressed);
    if (answer.kind === "ok") await show(answer.html);
    else refused.add(answer.message ?? word("not-done"));
    say(answer.said);
  }
  busy = false;
  hold(false);
  if (refused.size) wrong([...refused].join(" "));
}

/** The page is left: what waits goes at once, and outlives it. */
function leave() {
  const left = [...waiting.values()];
  waiting.clear();
  for (const pressed of left) post(...pressed);
}

/** Follow the stage without asking: what ends with its step ends here; a lowered hand is asked about. */
function look() {
  const { stepRev, roundState } = stage();
  part().closest(".foot").hidden = roundState === "over";
  if (part().dataset.stepRev !== stepRev) {
    part().dataset.stepRev = stepRev;
    beginAnew();
    // A break is the pause that was asked for: whether it still is, the server knows.
    if (presses('[value="pause"][name="take"]').length) setTimeout(load, Math.random() * FEW);
  }
  const changed = down() !== held;
  held = down();
  const mine = presses('[value="hand"][name="take"]').length > 0 || "lowered" in part().dataset;
  const others = Number(document.getElementById("live-hands").dataset.up) + Number(held);
  if (changed && mine) setTimeout(load, Math.random() * EACH * others);
}

function ask() {
  const stands = presses('[name="take"]:not([value="hand"], [value="ready"])').length > 0;
  if (stands && document.visibilityState === "visible") load();
  setTimeout(ask, ASK * (0.8 + Math.random() * 0.4));
}

document.addEventListener("submit", press);
addEventListener("pagehide", leave);
document.addEventListener("roundel:live", look);
setTimeout(ask, ASK);
