// The controls of a chair who takes part come and go with the chair, at once, and leave what is half typed alone.
import { alertNow, say } from "../announce.js";
import { refresh } from "../registry.js";
import { word } from "../words.js";

const SHOWN = ["live-stage", "live-agenda", "live-chair"];
const AGAIN = 3000; // after a load that failed
const part = () => document.getElementById("chair");
let loading = false;
let behind = false;

/** Return the mark that the chair's own page knows: the FNV-1a hash of its seat and the chair's rev. */
export function markOf(seat, rev) {
  let found = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${seat} ${rev}`)) found = Math.imul(found ^ byte, 0x01000193) >>> 0;
  return found;
}

function isOurs() {
  const { mark, rev } = document.getElementById("live-chair").dataset;
  return Number(mark) === markOf(document.body.dataset.owner, rev);
}

async function show(text) {
  const [led, held] = [part().dataset.said, part().contains(document.activeElement)];
  await htmx.swap({ sourceElement: part(), target: part(), text, swap: "outerMorph" });
  refresh();
  if (part().dataset.said !== led) say(part().dataset.said);
  if (held && !part().contains(document.activeElement)) document.getElementById("now")?.focus({ preventScroll: true });
}

async function load() {
  behind = loading;
  if (loading) return;
  loading = true;
  try {
    const response = await fetch(part().dataset.url, { cache: "no-store", headers: { "HX-Request": "true" } });
    if (!response.ok) throw new Error(String(response.status));
    await show(await response.text());
  } catch {
    setTimeout(load, AGAIN);
  }
  loading = false;
  if (behind) load();
}

// Who is in the chair now hears it as "you", once: by this part, which is on its way.
document.addEventListener("roundel:tell", (event) => {
  if (event.target.id === "live-chair" && isOurs()) event.preventDefault();
});

document.addEventListener("roundel:live", ({ detail }) => {
  if (detail.ids.some((id) => SHOWN.includes(id)) && (isOurs() || part().children.length)) load();
});

// Nobody else is told of a suggestion, so the chair's other part, which asks by itself, brings the news.
document.addEventListener("htmx:after:swap", ({ target }) => {
  if (target?.id === "led" && (target.dataset.suggestions ?? "") !== (part().dataset.suggestions ?? "")) load();
});

// An answer without this part never takes its place, which would be left empty: where it is another page, that is gone to.
document.addEventListener("htmx:before:swap", (event) => {
  const { target, text, swap, request, response } = event.detail.ctx;
  if (target?.id !== "chair" || swap === "none" || text.includes('id="chair"')) return;
  event.preventDefault();
  if (request?.method === "GET") location.assign(response.raw.url);
  else alertNow(word("not-allowed"));
});
