// The desk keeps the focus: where the button that was pressed is gone, the heading of the stage gets it.
let last = null;

function keepFocus() {
  if (document.activeElement !== document.body || !last) return;
  const again = document.getElementById(last);
  const place = again ?? document.getElementById("now");
  if (place && !again) place.tabIndex = -1;
  place?.focus({ preventScroll: true });
}

document.addEventListener("focusin", ({ target }) => {
  last = target.closest("[id^=live-]") ? target.id : null;
});
for (const event of ["roundel:live", "htmx:after:swap"]) document.addEventListener(event, keepFocus);
