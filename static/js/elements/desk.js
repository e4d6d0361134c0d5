// The desk keeps the focus: where the button that was pressed is gone, the heading of the stage gets it; in a list that
// keeps its place (hands, suggestions), the line after it, the one before it, or the heading of the list.
import "./folds.js";
import "./told.js";

let last = null;
let near = [];
let asked = null; // what a question that is open goes back to

function keepFocus() {
  if (!last) return;
  for (const id of [last, ...near, "now"]) {
    if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
  }
}

/** Return the ids of what stands nearest to a button, best first; none outside a list that keeps its place. */
function nearTo(target) {
  const [list, line] = [target.closest("[data-keeps-place]"), target.closest("li")];
  if (!list) return [];
  const lines = line ? [...line.parentElement.children] : [];
  const at = lines.indexOf(line);
  const buttons = [...lines.slice(at + 1), ...lines.slice(0, at).reverse()].map((each) => each.querySelector("button")?.id);
  const headings = [list, list.closest("[id^=live-]")].map((each) => each.getAttribute("aria-labelledby"));
  return [...buttons, ...headings].filter(Boolean);
}

document.addEventListener("focusin", ({ target }) => {
  if (target.closest("dialog")) return void (asked ??= last); // the focus goes back to what asked it
  last = target.closest("[id^=live-]") ? target.id : null;
  near = nearTo(target);
});

/** What is chosen in a form that no push touches is for the stage that is seen now. */
function keepRev() {
  const stage = document.getElementById("live-stage"); // not there while a question stands in the desk's place
  for (const field of document.querySelectorAll("[data-step-rev][name=step_rev]")) if (stage) field.value = stage.dataset.stepRev;
}

for (const event of ["roundel:live", "htmx:after:swap"]) {
  document.addEventListener(event, keepFocus);
  document.addEventListener(event, keepRev);
}

/** What asked may be gone by now, or its element be another button that must not get the focus by chance. */
function answered() {
  const isGone = asked && !document.getElementById(asked);
  asked = null;
  if (isGone) document.getElementById("now")?.focus({ preventScroll: true });
  else keepFocus();
}

/** Who comes back from parking a comment is at that comment again; to load its address takes the focus first. */
function comeBack() {
  if (location.hash.startsWith("#said-")) document.querySelector(`${location.hash} .said__do > a:last-child`)?.focus();
}

addEventListener("load", () => setTimeout(comeBack));

// Close does not bubble, and a dialog has the focus until it is taken away.
document.addEventListener("close", () => setTimeout(answered), { capture: true });

/** A form that was refused leaves the browser at the form's own address, where a reload would find nothing. */
const { address } = document.querySelector("[data-address]").dataset;
if (location.pathname !== address) history.replaceState(history.state, "", address);
