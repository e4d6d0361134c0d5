// What a chair who takes part leads with: private, so in no frame; the page asks for it while it is looked at.
import { say, tell } from "../announce.js";
import { refresh } from "../registry.js";

const ASK = 6000;
const part = () => document.getElementById("led");
const leads = () => part().dataset.led === "yes";
const paused = () => document.documentElement.dataset.updates === "paused";
let loading = false;

async function load() {
  if (loading || paused()) return;
  loading = true;
  const response = await fetch(part().dataset.url, { cache: "no-store" }).catch(() => null);
  if (response?.ok) await show(await response.text());
  loading = false;
}

async function show(text) {
  const before = said();
  const inUse = part().contains(document.activeElement) ? document.activeElement.id : "";
  const open = part().querySelector("details")?.open ?? false;
  const own = part().querySelector("#timer-own")?.value ?? "";
  await htmx.swap({ sourceElement: part(), target: part(), text, swap: "outerMorph" });
  refresh();
  restore(open, own);
  if (inUse && !part().contains(document.activeElement)) land(inUse);
  if (said() !== before && said()) tell(said(), "led");
}

const said = () => part().dataset.says ?? "";

function restore(open, own) {
  const details = part().querySelector("details");
  if (details) details.open = open;
  const box = part().querySelector("#timer-own");
  if (box && box.value !== own) box.value = own;
}

function land(id) {
  (document.getElementById(id) ?? document.getElementById("led-title"))?.focus({ preventScroll: true });
}

/** The chair was handed over: the controls of the chair say so. */
function look({ target }) {
  const chairs = document.getElementById("desk-form") !== null;
  if (["mine", "chair"].includes(target?.id) && chairs !== leads()) load();
  if (target?.id === "led" && !loading) say(target.dataset.told);
  if (target?.id === "led" && !loading && document.activeElement === document.body) land("led-title");
}

function ask() {
  if (leads() && document.visibilityState === "visible") load();
  setTimeout(ask, ASK);
}

document.addEventListener("htmx:after:swap", look);
document.addEventListener("roundel:live", ({ detail }) => leads() && detail.ids.some((id) => /hands|timer|stage/.test(id)) && load());
setTimeout(ask, ASK);
