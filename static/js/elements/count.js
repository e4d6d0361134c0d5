// How many characters are left, shown when it matters: the last tenth of the limit, and above it.
import { bringTo, showWrong } from "../field-error.js";
import { register } from "../registry.js";
import { figure, word } from "../words.js";

const NEAR = 0.1;

/** Count as the server does: code points of the composed text, without the space at its ends. */
export function lengthOf(text) {
  return [...text.replace(/\r\n?/g, "\n").normalize("NFC").trim()].length;
}

function leftOf(control) {
  return Number(control.dataset.limit) - lengthOf(control.value);
}

/** Tell whether a control in this element is over its limit. */
export function tooLong(element) {
  return [...element.querySelectorAll("[data-limit]")].some((control) => leftOf(control) < 0);
}

function message(name, n, limit) {
  return word(n === 1 ? name.replace("*", "-one") : name.replace("*", ""), { n: figure(n), limit: figure(limit) });
}

function placeFor(control) {
  const field = control.closest(".field") ?? control.parentElement;
  const made = document.createElement("span");
  made.className = "field__hint field__count";
  (field.querySelector(".field__foot") ?? field).append(made);
  return made;
}

function start(control) {
  const place = placeFor(control);
  const over = control.closest("[data-autosave]") ? "over*" : "over*-plain";
  let wrong = false;
  const show = () => {
    const [limit, left] = [Number(control.dataset.limit), leftOf(control)];
    place.hidden = left < 0 || left > limit * NEAR;
    place.textContent = place.hidden ? "" : message("left*", left, limit);
    if (left < 0 || wrong) showWrong(control, left < 0 ? message(over, -left, limit) : "");
    wrong = left < 0;
  };
  control.addEventListener("input", show);
  show();
}

// <form data-limited>: nothing is sent while a control is over its limit; the person is brought to it.
function stop(event) {
  if (!event.target.matches("[data-limited]") || !tooLong(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  bringTo([...event.target.querySelectorAll("[data-limit]")].find((control) => leftOf(control) < 0));
}

document.addEventListener("submit", stop, { capture: true });
register("[data-limit]", start);
