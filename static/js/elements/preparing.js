// A file takes a while to make: its button says so, until the server says by a cookie of a moment that the form arrived.
import { say } from "../announce.js";
import { register } from "../registry.js";
import { newUid } from "./say-draft.js";

const EVERY = 400;
const LONGEST = 120_000; // then the button is there again, whatever became of the file

function arrived(name) {
  if (!document.cookie.includes(`arrived-${name}=`)) return false;
  document.cookie = `arrived-${name}=; path=/; max-age=0; samesite=lax`;
  return true;
}

function wait(button, name) {
  const words = button.querySelector("[data-preparing]");
  const before = words.textContent;
  const until = Date.now() + LONGEST;
  words.textContent = words.dataset.preparing;
  button.setAttribute("aria-disabled", "true");
  say(words.dataset.preparing);
  const look = setInterval(() => {
    if (!arrived(name) && Date.now() < until) return;
    clearInterval(look);
    words.textContent = before;
    button.removeAttribute("aria-disabled");
  }, EVERY);
}

function start(form) {
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "_draft" });
  form.append(field);
  form.addEventListener("submit", (event) => {
    if (form.querySelector('[aria-disabled="true"]')) return event.preventDefault();
    field.value = newUid();
    if (event.submitter?.querySelector("[data-preparing]")) wait(event.submitter, field.value);
  });
}

register("[data-prepares]", start);
