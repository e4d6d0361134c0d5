// What is next, and what can be done with the pack, follow the packs as they come in.
const PARTS = ["next-part", "pack-part"];
let waiting = null;

async function follow() {
  waiting = null;
  const response = await fetch(location.href, { cache: "no-store" });
  if (!response.ok) return;
  const text = await response.text();
  for (const part of PARTS.map((id) => document.getElementById(id)).filter(Boolean)) {
    await htmx.swap({ sourceElement: part, target: part, text, select: `#${part.id}`, swap: "outerMorph" });
  }
}

document.addEventListener("roundel:live", ({ detail: { ids } }) => {
  if (ids.includes("live-packs")) waiting ??= setTimeout(() => follow().catch(() => undefined), 1000);
});
