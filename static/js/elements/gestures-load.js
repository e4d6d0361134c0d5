// One's own part asked for again; never so that an older answer lies over what a press has brought meanwhile.
import { tell } from "../announce.js";
import { word } from "../words.js";
import { part, presses as shown, show } from "./gestures-own.js";

let pressing = false;
let presses = 0; // how often something was pressed and sent
let loading = false;
let behind = false; // it has to be asked for once more

/** Say that presses are being sent, or that all of them are answered. */
export function hold(on) {
  pressing = on;
  presses += Number(on);
  if (behind && !on) load();
}

/** Ask for one's own part, one request at a time; what was read before a press is asked for again after it. */
export async function load() {
  behind = loading || pressing;
  if (behind) return;
  loading = true;
  const began = presses;
  const response = await fetch(part().dataset.url, { cache: "no-store" }).catch(() => null);
  const text = response?.ok ? await response.text().catch(() => "") : "";
  loading = false;
  if (pressing || began !== presses) behind = true;
  else if (text) await follow(text);
  if (behind) load();
}

/** Show what who leads did to one's hand, and tell it: that it was lowered, or put back up. */
async function follow(text) {
  const before = "lowered" in part().dataset;
  await show(text);
  const lowered = "lowered" in part().dataset;
  if (lowered && !before) tell(word("hand-lowered"), "hand");
  if (before && !lowered && shown('[value="hand"][name="take"]').length) tell(word("hand-back"), "hand");
}
