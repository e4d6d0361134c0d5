// How one's own part of the room stands to the stage that everybody sees.
import { read, readServers, same } from "../values.js";

/** Return one's own part of the room, as it is now. */
export const mine = () => document.getElementById("mine");

/** Tell whether something in one's own part, but for one form, is half typed, or ticked and not sent.
 *  Ticks that this device keeps hold nobody back once the poll is off the stage, where they come back with it, or the
 *  poll is revealed or the workshop closed, where they are too late. */
export function isBusy(but = null) {
  const left = isLeft();
  const held = (form) => form !== but && !(left && form.matches("[data-kept-here]"));
  if (mine().querySelector("[data-copy]")) return true; // words that only stand here, to be copied
  const forms = [...mine().querySelectorAll("form")].filter(held);
  return forms.some((form) => !same(read(form), readServers(form)));
}

function isElsewhere() {
  return document.getElementById("live-stage").dataset.stepRev !== mine().dataset.stepRev;
}

function isLeft() {
  return isElsewhere() || ["revealed", "over"].includes(document.getElementById("live-stage").dataset.roundState);
}

/** Tell whether the stage has moved on from what one's own part was loaded for. */
export function isBehind() {
  const stage = document.getElementById("live-stage").dataset;
  const { stepRev, roundState } = mine().dataset;
  return stage.stepRev !== stepRev || stage.roundState !== roundState;
}

/** Mark one's own nominations in the tally that everybody sees; an agreement is to the ground rules that stand there. */
export function decorate() {
  const own = (mine().dataset.nominated ?? "").split(" ").filter(Boolean);
  for (const row of document.querySelectorAll("#live-tally [data-card]")) {
    row.classList.toggle("tally__row--mine", own.includes(row.dataset.card));
  }
  const shown = document.getElementById("live-stage").dataset.roundState === "shown";
  for (const hint of mine().querySelectorAll("[data-until-shown]")) {
    hint.hidden = shown && !isElsewhere();
  }
  const agrees = mine().querySelector("[data-ground-agree]");
  if (agrees) agrees.elements.seen.value = document.querySelector("[data-ground-seen]")?.dataset.groundSeen ?? "";
}
