// <nav data-steps>: the left and right arrow keys follow its links to the step before and the next one.
import { register } from "../registry.js";

const RELS = { ArrowLeft: "prev", ArrowRight: "next" };
// In these the arrow keys move a cursor, a choice or what is scrolled.
const OWN_KEYS = "input, textarea, select, [contenteditable], [role=region][tabindex], dialog";

function goes(event) {
  const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented);
  return plain && event.key in RELS && !event.target.closest?.(OWN_KEYS);
}

register("[data-steps]", (nav) => {
  document.addEventListener("keydown", (event) => {
    if (goes(event)) nav.querySelector(`a[rel=${RELS[event.key]}]`)?.click();
  });
});
