// What has ended can no longer be sent: its words stay, to be read and copied, and its buttons do nothing.

/** End a form. */
export function end(form) {
  for (const control of form.elements) {
    if ("readOnly" in control) control.readOnly = true;
    else control.disabled = true;
  }
  form.dataset.ended = "";
}
