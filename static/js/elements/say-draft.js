// A comment that is not sent yet is kept on this device, and comes back.
import { find, forget, keep } from "../drafts.js";
import { showWrong } from "../field-error.js";
import { read } from "../values.js";
import { word } from "../words.js";
import { tooLong } from "./count.js";
import { showSave } from "./save-state.js";

const names = ["body", "kind", "reply_to", "uid"];

/** Return a name for one more comment: sent twice under it, it is there once. */
export function newUid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Let a form answer a comment, and say which; no uid: it answers none. */
export function replyTo(form, uid, words) {
  form.elements.reply_to.value = uid;
  form.querySelector("[data-replying]").hidden = !uid;
  form.querySelector("[data-reply-words]").textContent = words;
}

/** Return the words of a comment that stands on the page, cut short. */
export function wordsOf(uid) {
  const link = document.querySelector(`[data-reply="${uid}"]`);
  const said = link?.closest(".said__one")?.querySelector(".said__words")?.textContent.trim() ?? "";
  const whole = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(said)].map(({ segment }) => segment);
  return whole.length > 80 ? `${whole.slice(0, 79).join("")}…` : said;
}

/** Bring back what was typed here before; its uid too, so that what did arrive is not sent twice. */
export function restore(form) {
  const draft = find(form.action);
  if (!draft || form.elements.body.value) return;
  for (const [name, value] of draft.pairs) if (names.includes(name)) form.elements[name].value = value;
  replyTo(form, form.elements.reply_to.value, draft.reply ?? wordsOf(form.elements.reply_to.value));
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
  const reply = form.elements.reply_to.value ? form.querySelector("[data-reply-words]").textContent : "";
  const about = reply ? form.dataset.aboutReply : form.dataset.about;
  if (!keep(form.action, { pairs: read(form), rev: 0, sent: null, about, reply })) return showSave(form, "wrong", word("lost"));
  return showSave(form, "device", word("device"), "");
}
