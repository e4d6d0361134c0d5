// The panel of private signals: it closes after a choice, with Escape, and when the stage moves; the focus stays on its summary.
const panel = () => document.getElementById("gesture-ask");

/** Close the panel; what had the focus in it gives it to the summary, and the page stays where it is. */
export function closeAsk() {
  if (!panel()?.open) return;
  const held = panel().contains(document.activeElement);
  panel().open = false;
  if (held) panel().querySelector("summary").focus({ preventScroll: true });
}

document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Escape" && panel()?.contains(target)) closeAsk();
});
