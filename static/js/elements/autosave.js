// A field that saves as it is typed. Each key is on this device at once, on the server after a pause.
import { say } from "../announce.js";
import { find, forget, keep } from "../drafts.js";
import { Outbox } from "../outbox.js";
import { register } from "../registry.js";
import { read, readServers, same, write } from "../values.js";
import { word } from "../words.js";
import { view } from "./autosave-view.js";
import { tooLong } from "./count.js";

export const boxes = new Map(); // by element
const unkept = new Set(); // boxes whose words are in this page only

function store(element, box) {
  if (!element.isConnected) return true; // its words were kept as they were typed, and may have gone on in another box
  const draft = { pairs: read(element), rev: box.rev, sent: box.pending?.pairs ?? null, about: element.dataset.about };
  const kept = keep(box.url, draft);
  if (kept) unkept.delete(box);
  else unkept.add(box);
  return kept;
}

function show(element, box, state, answer) {
  element.dataset.rev = box.rev;
  for (const input of element.querySelectorAll("input[name=rev]")) input.value = box.rev;
  if (state === "saved") {
    for (const area of element.querySelectorAll("textarea")) area.defaultValue = area.value; // what the server holds
    forget(box.url);
    unkept.delete(box);
    element.dispatchEvent(new CustomEvent("roundel:saved", { bubbles: true }));
  } else if (!store(element, box) && state !== "saving") state = "lost";
  view(element, box, state, answer);
}

/** Bring back what an earlier page could not send: it is based on the rev it was typed on. */
function restore(element, box) {
  const server = readServers(element);
  const draft = find(box.url);
  if (draft && !same(draft.pairs, server)) {
    if (!draft.sent || !same(draft.sent, server)) box.rev = draft.rev;
    forget(box.url, draft.key);
    write(element, draft.pairs);
    say(word("restored"));
    return box.flush();
  }
  if (draft) forget(box.url, draft.key);
  if (!same(read(element), server)) box.changed(); // the browser put words back by itself
}

function start(element) {
  const box = new Outbox({
    url: element.dataset.autosave,
    rev: Number(element.dataset.rev) || 0,
    read: () => read(element),
    ready: () => !tooLong(element),
    show: (state, answer) => show(element, box, state, answer),
  });
  boxes.set(element, box);
  element.addEventListener("input", () => box.changed());
  element.addEventListener("focusout", () => box.flush());
  restore(element, box);
}

function flushAll() {
  for (const box of boxes.values()) box.flush();
}

addEventListener("online", flushAll);
addEventListener("pagehide", flushAll);
addEventListener("pageshow", flushAll);
document.addEventListener("visibilitychange", flushAll);
addEventListener("beforeunload", (event) => {
  if (unkept.size) event.preventDefault();
});

register("[data-autosave]", start);
