// The note on the step in front follows the stage, but never from under somebody's hands.
import { refresh } from "../registry.js";

let loading = false;

function behind() {
  const note = document.getElementById("desk-note");
  const stage = document.getElementById("live-stage");
  return Boolean(stage) && note?.dataset.stepRev !== stage.dataset.stepRev && !note?.contains(document.activeElement);
}

async function follow() {
  if (loading || !behind()) return;
  loading = true;
  try {
    const response = await fetch(document.querySelector("[data-address]").dataset.address, { cache: "no-store" });
    if (!response.ok) return;
    const target = document.getElementById("desk-note");
    const text = await response.text();
    if (target && behind()) await htmx.swap({ sourceElement: target, target, text, select: "#desk-note", swap: "outerHTML" });
    refresh();
  } catch {
    // out of touch: the next move of the stage tries again
  } finally {
    loading = false;
  }
}

document.addEventListener("roundel:live", follow);
document.addEventListener("focusout", ({ target }) => {
  if (target.closest?.("#desk-note")) setTimeout(follow); // the focus has arrived elsewhere by then
});
