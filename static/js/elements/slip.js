// <div data-slip="id of the short title" data-slip-title="id of the title">: the words on the slip, broken as
// workshop/analysis/lines.py breaks them.
import { register } from "../registry.js";

const MOST = 12;
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function whole(text) {
  return [...letters.segment(text)].map((part) => part.segment);
}

function cut(line) {
  const parts = whole(line);
  return parts.length <= MOST ? line : `${parts.slice(0, MOST - 1).join("").trimEnd()}…`;
}

function fill(words, most) {
  let taken = 0;
  while (taken < words.length && whole(words.slice(0, taken + 1).join(" ")).length <= most) taken += 1;
  return taken || 1;
}

function split(title) {
  const words = title.trim().split(/\s+/).filter(Boolean);
  const first = fill(words, MOST);
  return [words.slice(0, first).join(" "), words.slice(first)];
}

/** Return at most two lines of at most 12 characters. */
export function twoLines(title) {
  const [first, rest] = split(title);
  return [first, rest.join(" ")].filter(Boolean).map(cut);
}

/** Return the first words of a title in two such lines; what does not fit is left out whole. */
export function beginning(title) {
  const [first, rest] = split(title);
  if (whole(rest.join(" ")).length <= MOST) return twoLines(title);
  const last = rest.slice(0, fill(rest, MOST - 1)).join(" ");
  return [first, `${last.replace(/[,;:]+$/, "")}…`].map(cut);
}

function start(slip) {
  const field = document.getElementById(slip.dataset.slip);
  const title = document.getElementById(slip.dataset.slipTitle);
  const cutNote = slip.parentElement.querySelector("[data-slip-cut]");
  const show = () => {
    const lines = field.value.trim() ? twoLines(field.value) : beginning(title.value);
    slip.querySelectorAll("[data-line]").forEach((place, n) => (place.textContent = lines[n] ?? ""));
    cutNote.hidden = !field.value.trim() || !lines.some((line) => line.endsWith("…") && !field.value.includes(line));
  };
  for (const each of [field, title]) each.addEventListener("input", show);
  show();
}

register("[data-slip]", start);
