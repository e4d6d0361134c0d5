// <form data-draft="place">: what is typed stays on this device until it is sent, so that a reload loses nothing.
// A [data-draft-says] in the form shows while words are only here.
import { say } from "../announce.js";
import { find, forget, keep } from "../drafts.js";
import { register } from "../registry.js";
import { read, readServers, same, write } from "../values.js";
import { word } from "../words.js";

const boxes = (form) => [...form.querySelectorAll("textarea, select, input[name]:not([type=hidden])")];
const pairs = (form, reader) => boxes(form).flatMap(reader);

function show(form, kept) {
  const line = form.querySelector("[data-draft-says]");
  if (line) line.hidden = !kept;
}

function restore(form) {
  const draft = find(form.dataset.draft);
  if (!draft) return;
  if (same(draft.pairs, pairs(form, readServers))) return forget(form.dataset.draft, draft.key);
  write(form, draft.pairs);
  for (const fold of form.querySelectorAll("details")) fold.open ||= boxes(fold).some((box) => box.value !== box.defaultValue);
  say(word("restored"));
  show(form, true);
}

function store(form) {
  const now = pairs(form, read);
  if (same(now, pairs(form, readServers))) {
    forget(form.dataset.draft);
    return show(form, false);
  }
  show(form, keep(form.dataset.draft, { pairs: now }));
}

register("form[data-draft]", (form) => {
  restore(form);
  form.addEventListener("input", () => store(form));
  form.addEventListener("submit", () => forget(form.dataset.draft));
});
