// What the card sort shows: rows that move, slips that glide, focus that stays.
const table = "#sorting .sorting__picture";

let pressed = false;
for (const type of ["pointerdown", "pointerup", "pointercancel"]) {
  document.addEventListener(type, () => (pressed = type === "pointerdown"), true);
}

/** Do something in a moment; not while a pointer is down, or its click would land on what moved there. */
export function afterPress(act) {
  if (pressed) document.addEventListener("pointerup", () => setTimeout(act, 0), { once: true });
  else setTimeout(act, 0);
}

/** Return the row that an element stands in. */
export function rowOf(element) {
  return element.closest("[data-card]");
}

/** Return the place of a row in its circle, from 1. */
export function placeOf(row) {
  return [...row.parentElement.children].indexOf(row) + 1;
}

/** Move a row up (-1) or down (1) among its neighbours; the server's answer settles it. */
export function moveRow(row, step) {
  if (step < 0) row.previousElementSibling?.before(row);
  else row.nextElementSibling?.after(row);
}

function slips() {
  return new Map([...document.querySelectorAll(`${table} [data-slip]`)].map((slip) => [slip.dataset.slip, slip]));
}

function places() {
  return new Map([...slips()].map(([label, slip]) => [label, slip.getBoundingClientRect()]));
}

function glide(before) {
  const svg = document.querySelector(`${table} svg`);
  const style = getComputedStyle(document.documentElement);
  const duration = parseFloat(style.getPropertyValue("--settle")) || 0;
  if (!svg || !duration) return;
  const unit = svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
  for (const [label, slip] of slips()) {
    const was = before.get(label);
    const is = slip.getBoundingClientRect();
    if (!was || (Math.abs(was.x - is.x) < 1 && Math.abs(was.y - is.y) < 1)) continue;
    const from = `${(was.x - is.x) * unit}px ${(was.y - is.y) * unit}px`;
    slip.animate([{ translate: from }, { translate: "0 0" }], { duration, easing: style.getPropertyValue("--ease") });
  }
}

/** Draw the table of the server's answer, and count as it does; the rows of the list stay where they are. */
export function drawTable(html) {
  const before = places();
  const answer = new DOMParser().parseFromString(html, "text/html");
  document.querySelector(table).replaceWith(answer.querySelector(".sorting__picture"));
  for (const group of document.querySelectorAll("#sorting [data-zone]")) {
    const counted = answer.querySelector(`[data-zone="${group.dataset.zone}"] .sorter__heading span`);
    group.querySelector(".sorter__heading span").textContent = counted?.textContent ?? "";
  }
  glide(before);
}

/** Put the server's list and table in place of those shown; what has focus keeps it, and what is typed stays. */
export async function apply(html) {
  const focused = document.activeElement?.id;
  const before = places();
  const target = document.getElementById("sorting");
  await window.htmx.swap({ target, sourceElement: target, text: html, swap: "outerMorph" });
  const again = focused && document.getElementById(focused);
  if (again && document.activeElement !== again) again.focus({ preventScroll: false });
  glide(before);
}
