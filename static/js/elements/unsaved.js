// <form data-unsaved>: whoever leaves the page with changes in the form is asked first. Sending it is no leaving.
import { register } from "../registry.js";

// What is chosen beside the words, for a button of the form, is nothing to lose.
function pairs(form) {
  const beside = new Set(["_draft", ...[...form.elements].filter((box) => box.matches("[data-beside]")).map(({ name }) => name)]);
  return JSON.stringify([...new FormData(form)].filter(([name]) => !beside.has(name)));
}

function start(form) {
  const before = form.querySelector("[data-errors], [data-not-yet]") ? "" : pairs(form);
  let sending = false;
  form.addEventListener("submit", () => (sending = true));
  addEventListener("pageshow", () => (sending = false));
  addEventListener("beforeunload", (event) => {
    if (!sending && pairs(form) !== before) event.preventDefault();
  });
}

register("form[data-unsaved]", start);
