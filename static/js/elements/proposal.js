// What is put to the group brings the form for an answer with it, and takes it away; never one half filled in.
import { refresh } from "../registry.js";
import { read, readServers, same } from "../values.js";

const part = () => document.getElementById("proposal");
const asked = () => document.getElementById("live-proposal").dataset.proposal;
let loading = false;

function isBusy() {
  const form = part().querySelector("form");
  return Boolean(form) && !same(read(form), readServers(form));
}

async function follow() {
  if (loading || part().dataset.proposal === asked() || isBusy()) return;
  loading = true;
  try {
    const response = await fetch(part().dataset.url, { cache: "no-store" });
    if (response.ok && !isBusy()) await show(await response.text());
  } finally {
    loading = false;
  }
}

async function show(text) {
  const held = part().contains(document.activeElement);
  await htmx.swap({ sourceElement: part(), target: part(), text, swap: "outerHTML" });
  refresh();
  if (held) part().focus();
}

// Who is elsewhere on the page is shown the way by the strip, and may finish what they are at.
const cue = document.getElementById("proposal-cue");
const watch = new IntersectionObserver((seen) => {
  const at = seen.at(-1);
  cue.hidden = at.isIntersecting || !("waits" in at.target.dataset);
});

function look() {
  watch.disconnect();
  watch.observe(part());
}

const again = () => setTimeout(() => follow().then(look, again), 3000);

document.addEventListener("roundel:live", () => follow().then(look, again));
follow().then(look, again);
