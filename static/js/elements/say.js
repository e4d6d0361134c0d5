// A comment for the group: each key is kept on this device, the button or Ctrl and Enter sends it, once.
import { say } from "../announce.js";
import { forget } from "../drafts.js";
import { end } from "../ended.js";
import { bringTo, showWrong } from "../field-error.js";
import { post } from "../http.js";
import { register } from "../registry.js";
import { read } from "../values.js";
import { word } from "../words.js";
import { showMine } from "./mine.js";
import { isBusy } from "./mine-state.js";
import { showSave } from "./save-state.js";
import { newUid, restore, store } from "./say-draft.js";
import "./say-reply.js";

function clear(form) {
  form.elements.body.value = "";
  form.elements.uid.value = newUid();
  form.querySelector("[data-save]").replaceChildren();
}

function refuse(form, message) {
  form.querySelector("[data-save]").replaceChildren();
  showWrong(form.elements.body, message);
  bringTo(form.elements.body);
}

async function send(form) {
  if (form.dataset.busy || "ended" in form.dataset) return;
  form.dataset.busy = "1";
  form.elements.body.readOnly = true; // what is typed now would belong to nothing
  showSave(form, "saving", word("sending"));
  const answer = await post(form.action, [...read(form)]);
  delete form.dataset.busy;
  form.elements.body.readOnly = false;
  if (answer.state === "stale") form.elements.uid.value = newUid(); // what was sent before stays; this is another
  if (answer.kind === "invalid") return refuse(form, answer.message);
  if (answer.state === "closed") end(form);
  if (answer.kind !== "ok") {
    const lost = answer.kind === "lost" || answer.kind === "signed-out";
    return showSave(form, lost ? "device" : "wrong", answer.message ?? word(lost ? "not-sent" : "not-allowed"));
  }
  forget(form.action);
  say(answer.said);
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
