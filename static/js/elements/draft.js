// <form data-draft="place">: what is typed stays on this device until the server has it, so that neither a reload nor a
// lost line loses it. A [data-draft-says] in the form shows while words are only here. A page with [data-arrived="place"]
// says that they came in; a [data-draft-drop] in the form throws them away.
import { say } from "../announce.js";
import { find, forget, keep, left } from "../drafts.js";
import { register } from "../registry.js";
import { read, readServers, same, textsIn, write } from "../values.js";
import { word } from "../words.js";

const boxes = (form) => [...form.querySelectorAll("textarea, select, input[name]:not([type=hidden])")];
const pairs = (form, reader) => boxes(form).flatMap(reader);

function drop(place) {
  for (const draft of left(place)) if (draft.place === place) forget(place, draft.key);
}

function show(form, kept) {
  const line = form.querySelector("[data-draft-says]");
  if (line) line.hidden = !kept;
}

function around(element) {
  const fold = element.closest("details");
  return fold ? [fold, ...around(fold.parentElement)] : [];
}

function restore(form) {
  const draft = find(form.dataset.draft);
  if (!draft) return;
  if (same(draft.pairs, pairs(form, readServers))) {
    if (!document.querySelector("[data-errors]")) drop(form.dataset.draft);
    return;
  }
  write(form, draft.pairs);
  if (form.elements.rev && draft.rev !== undefined) form.elements.rev.value = draft.rev; // what the words rest on
  const folds = [...form.querySelectorAll("details"), ...around(form)];
  for (const fold of folds) fold.open ||= boxes(fold).some((box) => box.value !== box.defaultValue);
  say(word("restored-waiting"));
  show(form, true);
}

function store(form) {
  const now = pairs(form, read);
  if (same(now, pairs(form, readServers)) && !document.querySelector("[data-errors]")) {
    drop(form.dataset.draft);
    return show(form, false);
  }
  const draft = { pairs: now, rev: form.elements.rev?.value, about: form.dataset.about, words: textsIn(form) };
  show(form, keep(form.dataset.draft, draft));
}

register("[data-arrived]", ({ dataset }) => drop(dataset.arrived));
register("form[data-draft]", (form) => {
  restore(form);
  form.addEventListener("input", () => store(form));
  form.querySelector("[data-draft-drop]")?.addEventListener("click", () => drop(form.dataset.draft));
});
