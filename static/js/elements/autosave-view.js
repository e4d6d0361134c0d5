// What a field says while it is being saved, and what goes wrong.
import { showWrong } from "../field-error.js";
import { clock, word } from "../words.js";
import { showConflict } from "./conflict.js";
import { tooLong } from "./count.js";
import { showSave } from "./save-state.js";

function controlNamed(element, name) {
  return [...element.querySelectorAll("input, textarea, select")].find((control) => control.name === name);
}

function showErrors(element, errors) {
  for (const [name, messages] of Object.entries(errors ?? {})) {
    const control = controlNamed(element, name);
    if (control) showWrong(control, [messages].flat().join(" "));
  }
}

function clearErrors(element) {
  for (const control of element.querySelectorAll("[aria-invalid]")) showWrong(control, "");
}

const views = {
  saving(element) {
    if (tooLong(element)) showSave(element, "wrong", word("invalid"));
    else showSave(element, "saving", word("saving"));
  },
  saved(element, box, answer) {
    clearErrors(element);
    showSave(element, "saved", answer.saved_at ? word("saved", { time: clock(answer.saved_at) }) : word("saved-plain"));
  },
  device: (element, box, { message }) => showSave(element, "device", message ?? word("device"), message ?? word("device-said")),
  "signed-out": (element, box, { message }) => showSave(element, "device", message ?? word("signed-out")),
  lost: (element) => showSave(element, "wrong", word("lost")),
  refused(element, box, answer) {
    if (!answer.page) return showSave(element, "wrong", answer.message ?? word("refused"));
    const href = `${answer.page}?next=${encodeURIComponent(location.pathname)}`;
    showSave(element, "wrong", answer.unsaved, answer.unsaved, { href, text: answer.link });
  },
  invalid(element, box, answer) {
    showErrors(element, answer.errors);
    showSave(element, "wrong", answer.message ?? word("invalid"));
  },
  conflict(element, box, answer) {
    showConflict(element, box, answer);
    showSave(element, "wrong", word("conflict"), word("conflict-said"));
  },
};

/** Show a state of an outbox on its element; "held" changes nothing. */
export function view(element, box, state, answer = {}) {
  views[state]?.(element, box, answer);
}
