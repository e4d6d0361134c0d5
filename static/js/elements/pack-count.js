// How many cards have a comment, kept true beside the pack while somebody writes.
import { register } from "../registry.js";

function start(section) {
  const say = document.querySelector('.progress a[href$="#comments"] + .progress__say');
  const boxes = [...section.querySelectorAll("textarea")];
  if (!say) return;
  const tell = () => {
    const filled = boxes.filter((box) => box.value.trim()).length;
    if (filled) say.textContent = section.dataset.counted.replace("{n}", filled);
  };
  section.addEventListener("input", tell);
}

register("[data-counted]", start);
