// Blank cards come one at a time. Without scripts one place is always there; here a button brings the next.
import { register } from "../registry.js";

function hasWords(place) {
  return [...place.querySelectorAll("input[type=text], textarea")].some((box) => box.value);
}

function reveal(place) {
  delete place.dataset.place;
  place.hidden = false;
  place.classList.remove("without-js");
}

function start(section) {
  const button = section.querySelector("[data-add-blank]");
  if (!button) return;
  const count = button.querySelector("[data-left]");
  const waiting = () => section.querySelectorAll("[data-place]");
  const tell = () => {
    button.hidden = waiting().length === 0;
    count.textContent = count.dataset.left.replace("{n}", waiting().length);
  };
  const show = (place) => {
    reveal(place);
    tell();
  };
  button.addEventListener("click", () => {
    const place = waiting()[0];
    show(place);
    place.querySelector("input[type=text]").focus();
  });
  for (const place of waiting()) {
    if (hasWords(place)) reveal(place); // words that were kept on this device are back
    place.addEventListener("input", () => show(place), { once: true });
  }
  tell();
}

register("[data-blanks]", start);
