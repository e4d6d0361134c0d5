// Dragging the head of one card onto another card chooses both: an extra, taps and keys do the same.
import { register } from "../registry.js";

const boxOf = (card) => card?.querySelector("[data-kind]");
let dragged = null;

function choose(form, ...cards) {
  for (const card of cards) boxOf(card).checked = true;
  form.dispatchEvent(new Event("change"));
  boxOf(cards.at(-1)).focus();
}

function target(event) {
  const card = event.target.closest?.(".pick");
  return dragged && card && card !== dragged && boxOf(card) ? card : null;
}

function mark(form, card) {
  for (const each of form.querySelectorAll(".pick--over")) each.classList.toggle("pick--over", each === card);
  card?.classList.add("pick--over");
}

register("[data-picks]", (form) => {
  const ready = () => {
    for (const head of form.querySelectorAll(".pick:has([data-kind]) .card__head")) head.draggable = true;
  };
  form.addEventListener("dragstart", (event) => (dragged = event.target.closest?.(".pick")));
  form.addEventListener("dragover", (event) => {
    const card = target(event);
    mark(form, card);
    if (card) event.preventDefault();
  });
  form.addEventListener("drop", (event) => {
    const card = target(event);
    if (!card) return;
    event.preventDefault();
    choose(form, dragged, card);
  });
  form.addEventListener("dragend", () => {
    mark(form, null);
    dragged = null;
  });
  document.addEventListener("htmx:after:settle", ready);
  ready();
});
