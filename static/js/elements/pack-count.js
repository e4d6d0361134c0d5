// How many cards have a comment, or open prompts an answer, that is saved, kept true beside the pack while somebody writes.
import { register } from "../registry.js";

function start(section) {
  const say = document.querySelector(`.progress a[href$="#${section.dataset.counts}"] + .progress__say`);
  const boxes = [...section.querySelectorAll("textarea")];
  if (!say) return;
  const tell = () => {
    const filled = boxes.filter((box) => box.defaultValue.trim()).length; // what the server holds
    if (filled) say.textContent = section.dataset.counted.replace("{n}", filled);
  };
  section.addEventListener("roundel:saved", tell);
  tell();
}

register("[data-counted]", start);
