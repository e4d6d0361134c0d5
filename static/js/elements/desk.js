// The desk keeps the focus: where the button that was pressed is gone, the heading of the stage gets it.
let last = null;

function keepFocus() {
  if (!last) return;
  for (const id of [last, "now"]) {
    if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
  }
}

document.addEventListener("focusin", ({ target }) => {
  if (target.closest("dialog")) return; // a question in between: the focus goes back to what asked it
  last = target.closest("[id^=live-]") ? target.id : null;
});
for (const event of ["roundel:live", "htmx:after:swap"]) document.addEventListener(event, keepFocus);
// What asked may be gone by then. Close does not bubble, and a dialog has the focus until it is taken away.
document.addEventListener("close", () => setTimeout(keepFocus), { capture: true });
