// <form data-unsaved> and <form data-keeps>: what is typed stays on this device until the server says that it arrived, with
// what it rests on, so that words which come back later are never put over newer ones.
import { say } from "../announce.js";
import { ask } from "../dialog.js";
import { find, forget, keep } from "../drafts.js";
import { register } from "../registry.js";
import { textsIn, write } from "../values.js";
import { word } from "../words.js";
import { basesOf, boxesOf, held, isServers, placeOf, rest } from "./form-parts.js";
import { isRefusal, isRefused, wasSent } from "./form-sent.js";
import { showSave } from "./save-state.js";
import { newUid } from "./say-draft.js";

function lineOf(form) {
  const found = form.querySelector("[data-save]");
  if (found) return found;
  const line = Object.assign(document.createElement("span"), { className: "save" });
  line.dataset.save = "";
  form.append(line);
  return line;
}

function drop(form) {
  forget(placeOf(form));
  lineOf(form).replaceChildren();
}

/** Words that came back may be thrown away: then the form says what is saved. */
function offer(form, server) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: word("draft-drop") });
  button.addEventListener("click", async () => {
    const asks = { title: word("draft-drop-title"), text: word("draft-drop-text"), yes: word("draft-drop") };
    if (!(await ask(asks))) return;
    form.reset();
    rest(form, server);
    for (const box of boxesOf(form)) box.dispatchEvent(new Event("input", { bubbles: true })); // a reset tells nobody
    drop(form);
    button.remove();
    boxesOf(form)[0]?.focus();
  });
  lineOf(form).after(button);
}

function restore(form, store) {
  const draft = find(placeOf(form));
  if (!draft) return;
  const [refused, server] = [isRefused(draft), basesOf(form)];
  if (isServers(form, draft.pairs)) {
    forget(placeOf(form), draft.key);
    if (refused) store();
  } else if (!refused) {
    write(form, draft.pairs);
    rest(form, draft.base ?? []);
    forget(placeOf(form), draft.key);
    for (const box of boxesOf(form)) if (box.value !== box.defaultValue) box.closest("details")?.setAttribute("open", "");
    store();
    say(word("restored-waiting"));
    offer(form, server);
  }
}

function start(form) {
  let token = newUid(); // the server says by it that these words arrived
  const store = () => {
    if (!isRefusal() && isServers(form, held(form))) return drop(form); // typed, and taken back
    const kept = keep(placeOf(form), { pairs: held(form), base: basesOf(form), words: textsIn(form), token });
    lineOf(form);
    showSave(form, kept ? "device" : "wrong", word(kept ? "device" : "lost"), kept ? "" : word("lost"));
  };
  restore(form, store);
  form.addEventListener("input", ({ target }) => boxesOf(form).includes(target) && store());
  form.addEventListener("formdata", ({ formData }) => formData.set("_draft", token));
  form.addEventListener("submit", () => {
    wasSent(token);
    setTimeout(() => (token = newUid())); // what is typed from now on is not sent
  });
}

register("form[data-unsaved], form[data-keeps]", start);
