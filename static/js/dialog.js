// A pause for thought: one question, two answers.
import { word } from "./words.js";

const NEWS = ["roundel:live", "htmx:after:swap"]; // the page may show another thing now

function button(text, value, look = "") {
  const made = document.createElement("button");
  Object.assign(made, { className: `button ${look}`.trim(), value, textContent: text, autofocus: value === "no" });
  return made;
}

function build({ title, text, yes, no, ends }) {
  const dialog = document.createElement("dialog");
  const form = Object.assign(document.createElement("form"), { method: "dialog", className: "row" });
  const heading = Object.assign(document.createElement("h2"), { textContent: title, id: "dialog-title" });
  const what = Object.assign(document.createElement("p"), { textContent: text, id: "dialog-text" });
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.setAttribute("aria-describedby", what.id);
  form.append(button(yes, "yes", ends ? "button--bad" : "button--main"), button(no, "no"));
  dialog.append(heading, what, form);
  return dialog;
}

/** What is asked about is no more: say so in its place, and why, and leave one way out. */
function overtake(dialog, [name, values]) {
  const [title, text] = dialog.querySelectorAll("#dialog-title, #dialog-text");
  title.textContent = word(`${name}-title`);
  text.setAttribute("role", "alert");
  text.textContent = word(`${name}-text`, values).trim();
  dialog.querySelector("[value=yes]").remove();
  dialog.querySelector("[value=no]").focus();
}

/**
 * Ask; resolve to true for yes, to false for no and for Escape. The focus goes back where it was. Where `isStill` says
 * that what is asked about has gone or has become another thing, the question is taken back, and nothing is answered;
 * `why` names the words that say what came between. `ends`: whether yes ends something for good.
 */
export function ask({ title, text, yes, no = word("go-back"), ends = false }, isStill = () => true, why = () => ["overtaken"]) {
  const dialog = build({ title, text, yes, no, ends });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    const watching = new AbortController();
    const watch = () => {
      if (isStill()) return;
      watching.abort();
      overtake(dialog, why());
    };
    for (const each of NEWS) document.addEventListener(each, watch, { signal: watching.signal });
    dialog.addEventListener("close", () => {
      watching.abort();
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
