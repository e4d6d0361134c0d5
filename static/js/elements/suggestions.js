// What became of one's own suggestions for the agenda: asked again as the agenda is told of, until all are on it.
import { tell } from "../announce.js";

const part = () => document.getElementById("suggestions");
const says = () => new Map([...part().querySelectorAll("[data-suggestion]")].map(({ dataset }) => [dataset.suggestion, dataset.says]));
let asked = false;

async function follow() {
  if (asked || !part()) return;
  asked = true;
  const response = await fetch(part().dataset.url, { cache: "no-store" }).catch(() => null);
  asked = false;
  if (!response?.ok) return;
  const [text, before] = [await response.text(), says()];
  await htmx.swap({ sourceElement: part(), target: part(), text, swap: "outerHTML" });
  for (const [uid, sentence] of says()) if (before.has(uid) && before.get(uid) !== sentence) tell(sentence, uid);
}

document.addEventListener("roundel:live", ({ detail }) => {
  if (part() && "mayChange" in part().dataset && detail.ids.includes("live-agenda")) follow();
});
