// A form that asks before it does something hard to undo. Without scripts the server asks on a page of its own.
// <form data-confirm="Title" data-confirm-text="What will happen." data-confirm-button="Do it">
import { ask } from "../dialog.js";
import { unsent } from "../drafts.js";
import { word } from "../words.js";

const agreed = new WeakSet();

function questionOf(form) {
  if (form.matches("[data-confirm]")) {
    const { confirm: title, confirmText: text, confirmButton: yes } = form.dataset;
    return { title, text, yes };
  }
  if (form.matches("[data-sign-out]") && unsent() > 0) {
    return { title: word("unsent-title"), text: word("unsent-text"), yes: word("sign-out-anyway") };
  }
  return null;
}

function markConfirmed(form) {
  if (!form.matches("[data-confirm]") || form.elements.namedItem("confirmed")) return;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "confirmed", value: "1" }));
}

async function askFirst(form, question, submitter) {
  if (!(await ask(question))) return;
  agreed.add(form);
  markConfirmed(form);
  form.requestSubmit(submitter);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (agreed.delete(form)) return;
  const question = questionOf(form);
  if (!question) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  askFirst(form, question, event.submitter);
}, { capture: true });
