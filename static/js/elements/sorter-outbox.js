// Where cards are placed: each choice is a state, kept on this device until the server has it.
import { say } from "../announce.js";
import { find, forget, keep } from "../drafts.js";
import { Outbox } from "../outbox.js";
import { clock, word } from "../words.js";
import { showSave } from "./save-state.js";
import { showRow } from "./sorter-refused.js";
import { afterPress, apply, drawTable, rowOf } from "./sorter-view.js";

const boxes = new Map(); // by the address that places a card
const chosen = new Map();
let later = ""; // a list that waits: a row does not leave from under the keys that chose
const looks = { saving: "saving", saved: "saved", device: "device", "signed-out": "device" };

function show(url, state, answer = {}) {
  const box = boxes.get(url);
  if (state === "saved") forget(url);
  else if (state !== "refused") keep(url, { pairs: chosen.get(url), rev: 0, sent: null });
  const text = answer.message ?? word(state, { time: clock(answer.saved_at) });
  const wrong = state === "refused" || state === "invalid";
  showSave(box.form, looks[state] ?? "wrong", wrong ? word("not-saved") : text, wrong ? "" : text);
  showRow(url, wrong ? text : "");
  if (!answer.html || [...boxes.values()].some((each) => each.waiting)) return;
  const keyed = document.activeElement.matches("#sorting input:focus-visible");
  later = keyed && rowOf(document.activeElement).dataset.url === url ? answer.html : "";
  if (later) drawTable(later);
  else apply(answer.html);
  say(answer.said);
}

function boxFor(form, url) {
  if (!boxes.has(url)) {
    const says = (state, answer) => show(url, state, answer);
    const box = new Outbox({ url, rev: 0, read: () => chosen.get(url), ready: () => true, show: says });
    boxes.set(url, Object.assign(box, { form }));
  }
  return boxes.get(url);
}

/** Send where a row's card lies, with more pairs (its place, say); `soon` waits for a pause in typing. */
export function place(form, row, more = [], soon = false) {
  const zone = row.querySelector("input[type=radio]:checked")?.value;
  if (!zone) return;
  const reason = row.querySelector("[data-why] input").value;
  chosen.set(row.dataset.url, [["zone", zone], ["reason", reason], ...more]);
  const box = boxFor(form, row.dataset.url);
  box.changed();
  if (!soon) setTimeout(() => box.flush(), 120); // arrow keys run over a choice on their way to the next
}

/** The focus has left a row: put its card where it belongs now. */
export function settle({ target, relatedTarget }) {
  if (!later || (relatedTarget && rowOf(relatedTarget) === rowOf(target))) return;
  const html = later;
  later = "";
  afterPress(() => apply(html)); // once the new focus is there, so that it is kept
}

/** Send at once whatever waits. */
export function flushAll() {
  return Promise.all([...boxes.values()].map((box) => box.flush()));
}

/** Bring back a choice that an earlier page could not send. */
export function restore(form, row) {
  const draft = find(row.dataset.url);
  if (!draft) return;
  const given = new Map(draft.pairs);
  for (const radio of row.querySelectorAll("input[type=radio]")) radio.checked = radio.value === given.get("zone");
  row.querySelector("[data-why] input").value = given.get("reason") ?? "";
  forget(row.dataset.url, draft.key);
  place(form, row, draft.pairs.filter(([name]) => name === "place"));
}
