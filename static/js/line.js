// One card's line with its two marks: each a box that says it counts, and a slider.
export const SIDES = ["now", "want"];

export function partsOf(row, name) {
  const part = row.querySelector(`[data-mark="${name}"]`);
  return { on: part.querySelector("[type=checkbox]"), range: part.querySelector("[type=range]"), says: part.querySelector("output") };
}

/** Say in words where each mark of a row lies: the words of the band whose middle is nearest. */
export function draw(row) {
  for (const name of SIDES) {
    const { on, range, says } = partsOf(row, name);
    const ends = [0, 21, 41, 60, 80];
    const band = ends.filter((first) => Number(range.value) >= first).length - 1;
    const text = on.checked ? row.querySelectorAll("datalist option")[band].label : says.dataset.none;
    says.textContent = text;
    range.setAttribute("aria-valuetext", text);
  }
}

/** Let a slider that is moved count, and say where each mark lies after every change. */
export function follow(row, changed = () => {}) {
  row.addEventListener("input", ({ target }) => {
    if (target.type === "range") target.closest("[data-mark]").querySelector("[type=checkbox]").checked = true;
    draw(row);
    changed();
  });
}
