// A comment for the group: each key is kept on this device, the button or Ctrl and Enter sends it, once.
import { say } from "../announce.js";
import { find, forget, keep } from "../drafts.js";
import { end } from "../ended.js";
import { post } from "../http.js";
import { register } from "../registry.js";
import { read } from "../values.js";
import { word } from "../words.js";
import { tooLong } from "./count.js";
import { showMine } from "./mine.js";
import { isBusy } from "./mine-state.js";
import { showSave } from "./save-state.js";
import "./say-reply.js";

const names = ["body", "reply_to", "uid"];

/** Bring back what was typed here before; its uid too, so that what did arrive is not sent twice. */
function restore(form) {
  const draft = find(form.action);
  if (!draft || form.elements.body.value) return;
  for (const [name, value] of draft.pairs) if (names.includes(name)) form.elements[name].value = value;
  forget(form.action, draft.key);
  store(form);
}

function store(form) {
  const empty = !form.elements.body.value.trim();
  if (empty) {
    forget(form.action);
    return form.querySelector("[data-save]").replaceChildren();
  }
  if (!keep(form.action, { pairs: read(form), rev: 0, sent: null })) return showSave(form, "wrong", word("lost"));
  return showSave(form, "device", word("device"), "");
}

function newUid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function clear(form) {
  form.elements.body.value = "";
  form.elements.uid.value = newUid();
  form.querySelector("[data-save]").replaceChildren();
}

async function send(form) {
  if (form.dataset.busy || "ended" in form.dataset || tooLong(form)) return;
  form.dataset.busy = "1";
  form.elements.body.readOnly = true; // what is typed now would belong to nothing
  showSave(form, "saving", word("sending"));
  const answer = await post(form.action, [...read(form)]);
  delete form.dataset.busy;
  form.elements.body.readOnly = false;
  if (answer.state === "stale") form.elements.uid.value = newUid(); // what was sent before stays; this is another
  if (answer.state === "closed") end(form);
  if (answer.kind !== "ok") {
    const lost = answer.kind === "lost" || answer.kind === "signed-out";
    return showSave(form, lost ? "device" : "wrong", answer.message ?? word(lost ? "not-sent" : "not-allowed"));
  }
  forget(form.action);
  say(answer.said, "sent");
  if (isBusy(form)) clear(form); // an own comment is being changed below: leave it alone
  else await showMine(answer.html);
  document.getElementById("say-body")?.focus();
}

function start(form) {
  restore(form);
  form.addEventListener("input", () => store(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

register("[data-say]", start);
