// Which behaviour belongs to which element. A module registers itself once; what a swap brings in is found too.
const known = [];
const started = new WeakMap();

function boot(root, { selector, start, again }) {
  for (const element of root.querySelectorAll(selector)) {
    const behaviours = started.get(element) ?? new Set();
    if (behaviours.has(start) && !again) continue;
    started.set(element, behaviours.add(start));
    start(element);
  }
}

/** Start `start(element)` once for each element that matches, now and after each swap; `again`: after each swap anew. */
export function register(selector, start, { again = false } = {}) {
  known.push({ selector, start, again });
  boot(document, known.at(-1));
}

/** Look through the page again; htmx calls it by itself, other code that adds elements must. */
export function refresh() {
  for (const behaviour of known) boot(document, behaviour);
}

for (const event of ["htmx:after:swap", "htmx:after:settle"]) document.addEventListener(event, refresh);
