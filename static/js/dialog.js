// A pause for thought: one question, two answers.
import { word } from "./words.js";

function button(text, value, look = "") {
  const made = document.createElement("button");
  Object.assign(made, { className: `button ${look}`.trim(), value, textContent: text, autofocus: value === "no" });
  return made;
}

function build({ title, text, yes, no }) {
  const dialog = document.createElement("dialog");
  const form = Object.assign(document.createElement("form"), { method: "dialog", className: "row" });
  const heading = Object.assign(document.createElement("h2"), { textContent: title, id: "dialog-title" });
  const what = Object.assign(document.createElement("p"), { textContent: text, id: "dialog-text" });
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.setAttribute("aria-describedby", what.id);
  form.append(button(yes, "yes", "button--main"), button(no, "no"));
  dialog.append(heading, what, form);
  return dialog;
}

/** Ask; resolve to true for yes, to false for no and for Escape. The focus goes back where it was. */
export function ask({ title, text, yes, no = word("go-back") }) {
  const dialog = build({ title, text, yes, no });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
