// One's own part of the strip: found, and put in place anew.
import { alertNow, hush, tell } from "../announce.js";
import { refresh } from "../registry.js";
import { word } from "../words.js";
import { closeAsk } from "./gestures-ask.js";

/** Return one's own part, as it is now. */
export const part = () => document.getElementById("gestures");

/** Return the buttons of one's own that match. */
export const presses = (selector) => [...part().querySelectorAll(`button[aria-pressed]${selector}`)];

/** Say beside the buttons, and at once, what is wrong; an empty sentence takes it back. */
export function wrong(sentence) {
  const line = part().querySelector("[data-gestures-wrong]");
  line.textContent = sentence;
  line.hidden = !sentence;
  (sentence ? alertNow : hush)(sentence);
}

/** Put one's own part in place, open where it was open; what has the focus keeps it. */
export async function show(text) {
  const open = part().querySelector("details")?.open;
  const heard = part().querySelectorAll("[data-heard]").length;
  await htmx.swap({ sourceElement: part(), target: part(), text, swap: "outerMorph" });
  refresh();
  const details = part().querySelector("details");
  if (details) details.open = open;
  if (part().querySelectorAll("[data-heard]").length > heard) tell(word("signal-heard"), "gestures");
}

/** Another step is on the stage: all but a hand and a pause that is asked for is over, and the panel closes. */
export function beginAnew() {
  for (const button of presses(':not([value="hand"], [value="pause"])')) {
    button.name = "show";
    button.setAttribute("aria-pressed", "false");
  }
  const stands = presses('[value="pause"][name="take"]').length > 0;
  for (const told of part().querySelectorAll(stands ? "[data-heard]" : "[data-heard], [data-asked]")) told.remove();
  closeAsk();
}
