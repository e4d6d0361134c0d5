// The card sort: the list moves at once, the server's answer settles it, and the table is drawn again.
import { alertNow, say } from "../announce.js";
import { post } from "../http.js";
import { register } from "../registry.js";
import { word } from "../words.js";
import { flushAll, place, restore, settle } from "./sorter-outbox.js";
import { apply, moveRow, placeOf, rowOf } from "./sorter-view.js";

async function clear(button) {
  const answer = await post(button.dataset.clear, [["zone", button.value]]);
  if (answer.kind !== "ok") return alertNow(answer.message ?? word("not-done"));
  await apply(answer.html);
  return say(answer.said);
}

function press(form, event) {
  const button = event.target.closest("[data-move], [data-clear]");
  if (!button) return;
  event.preventDefault();
  if (button.dataset.clear) return void clear(button);
  if (button.getAttribute("aria-disabled") === "true") return;
  const row = rowOf(button);
  moveRow(row, Number(button.dataset.move));
  button.focus();
  place(form, row, [["place", placeOf(row)]]);
}

function choose(form, { target }) {
  const row = rowOf(target);
  const isChoice = target.type === "radio";
  if (isChoice) row.querySelector("[data-why]").hidden = target.value !== "unplaced";
  place(form, row, [], !isChoice);
}

function start(form) {
  form.addEventListener("click", (event) => press(form, event));
  form.addEventListener("input", (event) => choose(form, event));
  form.addEventListener("focusout", flushAll);
  form.addEventListener("focusout", settle);
  form.addEventListener("roundel:dropped", ({ target }) => place(form, rowOf(target), [["place", placeOf(rowOf(target))]]));
  form.addEventListener("submit", (event) => event.submitter?.name === "go-on" || event.preventDefault());
  for (const row of form.querySelectorAll("[data-url]")) restore(form, row);
  for (const type of ["online", "pageshow", "pagehide"]) addEventListener(type, flushAll);
}

register("#sort-form:has([data-grip])", start);
