// One key for each thing that whoever leads can do: what carries data-key="n" is pressed by the key n; a field with it
// gets the focus. The list <details data-keys> has a switch that turns them off on this device (WCAG 2.1.4).
// Why a key does nothing now is said, where <span data-no-key="r"> has the words.
// A key presses the button, so what asks first asks: it never answers.
import { say } from "../announce.js";

const OFF = "roundel-keys-off";
const FIELDS = "input:not([type=checkbox]), textarea, select, [contenteditable]";

function isOff() {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
}

function setOff(off) {
  try {
    if (off) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
  } catch {
    return; // without a memory the switch lasts as long as the page: it stands unticked
  }
}

let open = false;
const list = () => document.querySelector("[data-keys]");
const box = () => document.getElementById("keys-on");

function isOurs(event) {
  const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.repeat || event.isComposing);
  const typing = event.target.closest?.(FIELDS) || document.querySelector("dialog[open]");
  return plain && !event.defaultPrevented && !typing && list() && box().checked;
}

/** Return what a key presses: the last one on the page, which is nearest to what is on the stage. */
function target(key) {
  if (!/^[a-z]$/.test(key)) return null;
  return [...document.querySelectorAll(`[data-key="${key}"]`)].filter((one) => one.checkVisibility() || one.closest("details")).at(-1);
}

/** Return why a key does nothing now; any key may be asked about. */
const whyNot = (key) => [...document.querySelectorAll("[data-no-key]")].find((one) => one.dataset.noKey === key)?.textContent;

document.addEventListener("keydown", (event) => {
  if (!isOurs(event)) return;
  if (event.key === "?") list().open = !list().open;
  const found = event.shiftKey ? null : target(event.key);
  if (!found) return void (event.shiftKey || say(whyNot(event.key)));
  event.preventDefault();
  for (let fold = found.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true; // it is seen
  found.focus();
  if (!found.matches(FIELDS)) found.click();
});

document.addEventListener("change", ({ target: changed }) => {
  if (changed.id === "keys-on") setOff(!changed.checked);
});

document.addEventListener("toggle", ({ target: shown }) => {
  if (shown === list()) open = shown.open;
}, { capture: true }); // toggle does not bubble

/** List and switch stand as they were left: a part of the page that was loaded again brings new ones. */
function keep() {
  if (!list()) return;
  list().open = open;
  box().checked = !isOff();
}

for (const event of ["htmx:after:swap", "roundel:live"]) document.addEventListener(event, keep);
keep();
