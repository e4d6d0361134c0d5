// The page follows what others do to the cards: it is read afresh, and what was ticked stays ticked.
import { refresh } from "../registry.js";
import { read, readServers, same } from "../values.js";

const APART = 40; // milliseconds for each person, so that a whole room does not ask at once
const page = () => document.getElementById("synthesis");
const shown = () => document.getElementById("live-changes")?.dataset.state;
let loading = false;
let timer = 0;
let proposed = false; // what is before the group has changed

/** Tell whether something is half written, or was refused and stands here alone: then the page waits. */
function isBusy() {
  const isOpen = page().querySelector(".undoing__why[open]") || document.querySelector("[data-errors]");
  return Boolean(isOpen) || [...page().querySelectorAll(".stance, .undoing")].some(isHalfWritten);
}

function isHalfWritten(form) {
  return form.querySelector("textarea:focus") || !same(read(form), readServers(form));
}

const isBehind = () => proposed || page().dataset.state !== shown();

function soon() {
  if (!timer && isBehind()) timer = setTimeout(look, Math.random() * APART * Number(page().dataset.people));
}

async function look() {
  timer = 0;
  if (loading || !isBehind() || isBusy()) return;
  loading = true;
  proposed = false;
  const read = await swapped().finally(() => (loading = false));
  if (read) soon(); // more may have changed meanwhile; a lost line brings an event of its own
}

async function swapped() {
  const response = await fetch(page().dataset.url, { cache: "no-store" });
  if (!response.ok) return false;
  const text = await response.text();
  await htmx.swap({ sourceElement: page(), target: page(), text, select: "#synthesis", swap: "outerMorph" });
  refresh();
  return true;
}

document.addEventListener("roundel:live", ({ detail: { ids } }) => {
  proposed ||= ids.includes("live-proposal");
  soon();
});
// Whoever was at something has left it.
for (const event of ["focusout", "toggle"]) document.addEventListener(event, () => setTimeout(soon), true);
