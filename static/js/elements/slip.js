// <div data-slip="id of a field">: how its words break on the slip, as workshop/analysis/lines.py breaks them.
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

/** Return at most two lines of at most 12 characters. */
export function twoLines(title) {
  const words = title.trim().split(/\s+/).filter(Boolean);
  let first = 0;
  while (first < words.length && whole(words.slice(0, first + 1).join(" ")).length <= MOST) first += 1;
  first ||= 1;
  return [words.slice(0, first).join(" "), words.slice(first).join(" ")].filter(Boolean).map(cut);
}

function start(slip) {
  const field = document.getElementById(slip.dataset.slip);
  const cutNote = slip.parentElement.querySelector("[data-slip-cut]");
  const show = () => {
    const lines = twoLines(field.value);
    slip.querySelectorAll("[data-line]").forEach((place, n) => (place.textContent = lines[n] ?? ""));
    cutNote.hidden = !lines.some((line) => line.endsWith("…") && !field.value.includes(line));
  };
  field.addEventListener("input", show);
  show();
}

register("[data-slip]", start);
