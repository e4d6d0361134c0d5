// The live regions of the page: fetched whole, or swapped one by one as a push brings them.
import { tell } from "../announce.js";

const TIMEOUT = 15000;
let swaps = Promise.resolve();

/** Fetch all regions; `held` is the number they are shown at. same: nothing newer; ended: not for us any more. */
export async function ask(url, held) {
  try {
    const response = await fetch(`${url}?seq=${held}`, { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT) });
    const seq = Number(response.headers.get("X-Roundel-Seq") ?? NaN);
    if ([403, 404].includes(response.status) || (response.ok && Number.isNaN(seq))) return { kind: "ended" };
    if (response.status === 204) return { kind: "same", seq };
    return response.ok ? { kind: "ok", seq, html: await response.text() } : { kind: "lost" };
  } catch {
    return { kind: "lost" };
  }
}

/** Put fragments in the place of the elements with their ids, one push after another; then tell the page. */
export function show(html) {
  swaps = swaps.then(() => swapAll(html)).catch((reason) => console.error(reason));
  return swaps;
}

async function swapAll(html) {
  const roots = [...new DOMParser().parseFromString(html, "text/html").body.children];
  for (const root of roots) {
    const target = document.getElementById(root.id);
    if (target) await swap(target, root, html);
  }
  document.dispatchEvent(new CustomEvent("roundel:live", { detail: { ids: roots.map((root) => root.id) } }));
}

/** Morph: what is the same stays the same node, so that a control in use keeps its focus. */
async function swap(target, root, text) {
  const said = target.dataset.announce;
  const inUse = target.contains(document.activeElement) ? document.activeElement.id : "";
  await htmx.swap({ sourceElement: target, target, text, select: `#${root.id}`, swap: "outerMorph" });
  const now = document.getElementById(root.id);
  if (inUse && !now?.contains(document.activeElement)) document.getElementById(inUse)?.focus({ preventScroll: true });
  if (now?.dataset.announce && now.dataset.announce !== said && isTold(now)) tell(now.dataset.announce, root.id);
}

/** Whether nobody else on the page says it: what listens to `roundel:tell` may say it in words of its own. */
function isTold(region) {
  return region.dispatchEvent(new CustomEvent("roundel:tell", { bubbles: true, cancelable: true }));
}
