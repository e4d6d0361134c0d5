// What became of one's own suggestions for the agenda: asked again as the agenda is told of, until all are on it.
const part = () => document.getElementById("suggestions");
let asked = false;

async function follow() {
  if (asked || !part()) return;
  asked = true;
  const response = await fetch(part().dataset.url, { cache: "no-store" }).catch(() => null);
  asked = false;
  if (!response?.ok) return;
  const text = await response.text();
  await htmx.swap({ sourceElement: part(), target: part(), text, swap: "outerHTML" });
}

document.addEventListener("roundel:live", ({ detail }) => {
  if (part() && "mayChange" in part().dataset && detail.ids.includes("live-agenda")) follow();
});
