// A comment that is not sent yet is kept on this device, and comes back.
import { find, forget, keep } from "../drafts.js";
import { showWrong } from "../field-error.js";
import { read } from "../values.js";
import { word } from "../words.js";
import { tooLong } from "./count.js";
import { showSave } from "./save-state.js";

const names = ["body", "reply_to", "uid"];

/** Bring back what was typed here before; its uid too, so that what did arrive is not sent twice. */
export function restore(form) {
  const draft = find(form.action);
  if (!draft || form.elements.body.value) return;
  for (const [name, value] of draft.pairs) if (names.includes(name)) form.elements[name].value = value;
  forget(form.action, draft.key);
  store(form);
}

/** Keep what is typed, and say so; what was wrong with it may be right now. */
export function store(form) {
  if (!tooLong(form)) showWrong(form.elements.body, "");
  const empty = !form.elements.body.value.trim();
  if (empty) {
    forget(form.action);
    return form.querySelector("[data-save]").replaceChildren();
  }
  if (!keep(form.action, { pairs: read(form), rev: 0, sent: null })) return showSave(form, "wrong", word("lost"));
  return showSave(form, "device", word("device"), "");
}
