// Dragging rows between circles, as an extra: everything it does can be done with the buttons.
import Sortable from "../../vendor/sortable/sortable.esm.js";
import { register } from "../registry.js";
import { rowOf } from "./sorter-view.js";

function dropped({ item, from, to }) {
  const zone = item.closest("[data-zone]").dataset.zone;
  const radio = rowOf(item).querySelector(`input[value="${zone}"]`);
  if (from === to) return item.dispatchEvent(new CustomEvent("roundel:dropped", { bubbles: true }));
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
}

function start(list) {
  const zone = list.closest("[data-zone]").dataset.zone;
  Sortable.create(list, {
    group: { name: "cards", put: zone !== "" },
    sort: zone === "inner" || zone === "outer",
    handle: "[data-grip]",
    draggable: "[data-card]",
    ghostClass: "sorter__row--held",
    forceFallback: true,
    fallbackTolerance: 4,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    onEnd: dropped,
  });
}

register("#sort-form:has([data-grip]) [data-list]", start);
