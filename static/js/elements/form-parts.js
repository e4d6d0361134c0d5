// The parts of a form that is kept on the device: its boxes, and what the words in them rest on.
import { read, readServers, same } from "../values.js";

const RESTS = /^(?:uid|rev|seen|was)(?:-|$)/; // what a form is about is never kept, nor are personal links that it shows
const NOT_KEPT = ":not([type=hidden], [type=file], [type=password], [type=submit], [data-beside])";

/** Return the controls whose values are kept. */
export const boxesOf = (form) => [...form.elements].filter((box) => box.matches(`textarea, select, input[name]${NOT_KEPT}`));

/** Return what they hold now, as pairs. */
export const held = (form) => boxesOf(form).flatMap(read);

/** Return where a form's draft is kept: its address, with what of its query says what it is about. */
export function placeOf(form) {
  const { pathname, searchParams } = new URL(form.getAttribute("action") || location, location);
  searchParams.delete("next");
  searchParams.sort();
  return `${pathname}${searchParams.size ? `?${searchParams}` : ""}#form`;
}

/** Tell whether these pairs are what came with the page. */
export const isServers = (form, pairs) => same(pairs, boxesOf(form).flatMap(readServers));

const hidden = (form) => [...form.querySelectorAll("input[type=hidden][name]")].filter(({ name }) => RESTS.test(name));

/** Return what the words rest on: revs, marks of what was seen, the uid of what would be made. */
export const basesOf = (form) => hidden(form).map(({ name, value }) => [name, value]);

/** Let the words rest on that again; several of one name keep their order. */
export function rest(form, bases) {
  const left = [...bases];
  for (const box of hidden(form)) {
    const at = left.findIndex(([name]) => name === box.name);
    if (at >= 0) box.value = left.splice(at, 1)[0][1];
  }
}
