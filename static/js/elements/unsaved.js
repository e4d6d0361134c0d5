// <form data-unsaved>: whoever leaves the page with changes in the form is asked first. Sending it is no leaving.
import { register } from "../registry.js";

function pairs(form) {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name !== "_draft"));
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
