// What is wrong with a field, between its label and its box, and tied to it for screen readers.
import { alertNow } from "./announce.js";

function fieldOf(control) {
  return control.closest(".field") ?? control.parentElement;
}

function describe(control, id, on) {
  const ids = new Set((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (on) ids.add(id);
  else ids.delete(id);
  if (ids.size) control.setAttribute("aria-describedby", [...ids].join(" "));
  else control.removeAttribute("aria-describedby");
}

// The line that says what is wrong with a control; the server may have written it.
function lineOf(control) {
  const ids = (control.getAttribute("aria-describedby") ?? "").split(" ");
  return ids.map((id) => document.getElementById(id)).find((one) => one?.matches(".field__wrong"));
}

/** Say what is wrong with a control; an empty message takes it away. */
export function showWrong(control, message) {
  let line = lineOf(control) ?? document.getElementById(`${control.id || control.name}-wrong`);
  const id = line?.id ?? `${control.id || control.name}-wrong`;
  if (!message && !line) return;
  if (!line) {
    line = document.createElement("p");
    line.className = "field__wrong";
    control.before(line);
  }
  line.id = id;
  line.textContent = message;
  line.hidden = !message;
  fieldOf(control).classList.toggle("field--wrong", Boolean(message));
  control.toggleAttribute("aria-invalid", Boolean(message));
  if (message) control.setAttribute("aria-invalid", "true");
  describe(control, id, Boolean(message));
}

/** Bring the person to a control that cannot be sent as it is; it may be higher than the screen: what is wrong is in view. */
export function bringTo(control) {
  const here = document.activeElement === control;
  const line = lineOf(control);
  control.focus({ preventScroll: true });
  line?.scrollIntoView({ block: "center" });
  if (here) alertNow(line?.textContent); // no move of the focus reads it out
}
