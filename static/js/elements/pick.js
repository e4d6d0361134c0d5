// Cards that are chosen: what can be done with them shows, the rest does not; and it is said how many there are.
import { say } from "../announce.js";
import { register } from "../registry.js";

const boxes = (form) => [...form.querySelectorAll("[data-kind]")];

function fits(verb, chosen) {
  const { kinds, least, most } = verb.dataset;
  const [fewest, largest] = [Number(least), Number(most ?? Infinity)];
  return chosen.length >= fewest && chosen.length <= largest && chosen.every((box) => kinds.split(" ").includes(box.dataset.kind));
}

function sentence(place, labels) {
  const { none, one, more, and } = place.dataset;
  if (labels.length === 0) return none;
  const list = labels.length === 1 ? labels[0] : `${labels.slice(0, -1).join(", ")}${and}${labels.at(-1)}`;
  return (labels.length === 1 ? one : more).replace("%s", list);
}

function show(form, aloud) {
  const place = form.querySelector("[data-pick-says]");
  if (!place) return;
  const chosen = boxes(form).filter((box) => box.checked);
  for (const verb of form.querySelectorAll("[data-kinds]")) verb.hidden = !fits(verb, chosen);
  form.querySelector("[data-pick-bar]").hidden = chosen.length === 0;
  place.textContent = sentence(place, chosen.map((box) => box.dataset.label));
  if (aloud) say(place.textContent);
}

register("[data-picks]", (form) => {
  form.addEventListener("change", () => show(form, true));
  document.addEventListener("htmx:after:settle", () => show(form, false));
  show(form, false);
});
