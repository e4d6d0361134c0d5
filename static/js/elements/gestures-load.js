// One's own part asked for again; never so that an older answer lies over what a press has brought meanwhile.
import { part, show } from "./gestures-own.js";

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
  else if (text) await show(text);
  if (behind) load();
}
