// Marks on a line: moving a slider marks it, each state is kept on this device until the server has it.
import { alertNow } from "../announce.js";
import { find, forget, keep } from "../drafts.js";
import { draw, follow, partsOf, SIDES } from "../line.js";
import { Outbox } from "../outbox.js";
import { register } from "../registry.js";
import { clock, word } from "../words.js";
import { showSave } from "./save-state.js";

const looks = { saving: "saving", saved: "saved", device: "device", "signed-out": "device" };

function read(row) {
  return SIDES.map((name) => {
    const { on, range } = partsOf(row, name);
    return [name, on.checked ? range.value : ""];
  });
}

function restore(row, box) {
  const draft = find(row.dataset.url);
  if (!draft) return;
  for (const [name, value] of draft.pairs) {
    const { on, range } = partsOf(row, name);
    on.checked = value !== "";
    if (value !== "") range.value = value;
  }
  forget(row.dataset.url, draft.key);
  box.changed();
}

function start(row) {
  const { url } = row.dataset;
  const form = row.closest("form");
  const show = (state, answer = {}) => {
    if (state === "saved") forget(url);
    else if (state !== "refused") keep(url, { pairs: read(row), rev: 0, sent: null });
    const text = answer.message ?? word(state, { time: clock(answer.saved_at) });
    showSave(form, looks[state] ?? "wrong", text);
    if (state === "refused" || state === "invalid") alertNow(text);
  };
  const box = new Outbox({ url, rev: 0, read: () => read(row), ready: () => true, show });
  follow(row, () => box.changed());
  row.addEventListener("focusout", () => box.flush());
  for (const type of ["online", "pageshow", "pagehide"]) addEventListener(type, () => box.flush());
  form.addEventListener("submit", () => box.flush());
  restore(row, box);
  draw(row);
}

register("#spectrum-form [data-url]", start);
