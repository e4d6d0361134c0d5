// How one's own part of the room stands to the stage that everybody sees.
import { read, readServers, same } from "../values.js";

/** Return one's own part of the room, as it is now. */
export const mine = () => document.getElementById("mine");

/** Tell whether something in one's own part, but for one form, is half typed, or ticked and not sent.
 *  Ticks that this device keeps hold nobody back once another step is on the stage: they come back with their poll. */
export function isBusy(but = null) {
  const left = isElsewhere();
  const held = (form) => form !== but && !(left && form.matches("[data-kept-here]"));
  const forms = [...mine().querySelectorAll("form")].filter(held);
  return forms.some((form) => !same(read(form), readServers(form)));
}

/** Tell whether another step is on the stage than the one that one's own part was loaded for. */
function isElsewhere() {
  return document.getElementById("live-stage").dataset.stepRev !== mine().dataset.stepRev;
}

/** Tell whether the stage has moved on from what one's own part was loaded for. */
export function isBehind() {
  const stage = document.getElementById("live-stage").dataset;
  const { stepRev, roundState } = mine().dataset;
  return stage.stepRev !== stepRev || stage.roundState !== roundState;
}

/** Mark one's own nominations in the tally that everybody sees. */
export function decorate() {
  const own = (mine().dataset.nominated ?? "").split(" ").filter(Boolean);
  for (const row of document.querySelectorAll("#live-tally [data-card]")) {
    row.classList.toggle("tally__row--mine", own.includes(row.dataset.card));
  }
}
