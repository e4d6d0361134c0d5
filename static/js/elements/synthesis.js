// The page follows what others do to the cards: it is read afresh, and what was ticked stays ticked.
import { refresh } from "../registry.js";
import { read, readServers, same } from "../values.js";

const page = () => document.getElementById("synthesis");
const shown = () => document.getElementById("live-changes")?.dataset.state;
let loading = false;

/** Tell whether an answer or a reason is half written: then the page waits until it is sent. */
function isBusy() {
  return [...page().querySelectorAll(".stance, .undoing")].some(isHalfWritten);
}

function isHalfWritten(form) {
  return form.querySelector("textarea:focus") || !same(read(form), readServers(form));
}

async function follow({ detail: { ids } }) {
  const behind = page().dataset.state !== shown() || ids.includes("live-proposal");
  if (loading || !behind || isBusy()) return;
  loading = true;
  try {
    const response = await fetch(page().dataset.url, { cache: "no-store" });
    if (response.ok) await swap(await response.text());
  } finally {
    loading = false;
  }
}

async function swap(text) {
  await htmx.swap({ sourceElement: page(), target: page(), text, select: "#synthesis", swap: "outerMorph" });
  refresh();
}

document.addEventListener("roundel:live", follow);
