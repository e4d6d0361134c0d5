// What is wrong with a field, between its label and its box, and tied to it for screen readers.

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

/** Say what is wrong with a control; an empty message takes it away. */
export function showWrong(control, message) {
  const id = `${control.id || control.name}-wrong`;
  const field = fieldOf(control);
  let line = document.getElementById(id);
  if (!message && !line) return;
  if (!line) {
    line = document.createElement("p");
    Object.assign(line, { id, className: "field__wrong" });
    control.before(line);
  }
  line.textContent = message;
  line.hidden = !message;
  field.classList.toggle("field--wrong", Boolean(message));
  control.toggleAttribute("aria-invalid", Boolean(message));
  if (message) control.setAttribute("aria-invalid", "true");
  describe(control, id, Boolean(message));
}
