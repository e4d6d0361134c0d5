// Whether each field is safe, in words; and one place that tells it for the whole page.
import { say, tell } from "../announce.js";
import { word } from "../words.js";

const icons = { saving: "turn", saved: "tick", device: "device", wrong: "warn" };
const worst = ["wrong", "device", "saving", "saved"];
const brief = { wrong: "not-saved", device: "device" };
const ROOM = 40; // characters
const states = new Map();

function draw(place, { look, text, link }) {
  place.className = `save save--${look}`;
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  icon.setAttribute("class", "icon");
  icon.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${icons[look]}`);
  icon.append(use);
  place.replaceChildren(icon, ` ${text} `);
  if (link) place.append(Object.assign(document.createElement("a"), { href: link.href, textContent: link.text }));
}

// The whole is told at its box; where the page is summed up there is room for a few words.
function short({ look, text }) {
  return text.length > ROOM && brief[look] ? word(brief[look]) : text;
}

function drawPage() {
  for (const [element] of states) if (!element.isConnected) states.delete(element);
  const all = [...states.values()];
  const look = worst.find((one) => all.some((state) => state.look === one));
  const latest = all.filter((state) => state.look === look).at(-1);
  if (latest) for (const place of document.querySelectorAll("[data-save-all]")) draw(place, { look, text: short(latest) });
}

function speak(before, after, sentence) {
  const trouble = (look) => look === "device" || look === "wrong";
  if (after === "wrong" && before !== after) say(sentence);
  if (after === "device" && before !== after) tell(sentence, "line");
  const others = [...states.values()].some((state) => trouble(state.look));
  if (trouble(before) && after === "saved" && !others) tell(word("recovered"), "line");
}

/** Show a field's state in its [data-save]: `look` is saving, saved, device or wrong; `said` is the whole sentence, `link` where to go on. */
export function showSave(element, look, text, said = text, link = null) {
  const before = states.get(element)?.look;
  states.delete(element);
  states.set(element, { look, text });
  for (const place of element.querySelectorAll("[data-save]")) draw(place, { look, text, link });
  drawPage();
  speak(before, look, said);
}
