// Words that somebody began in the room, and that have no box there now that the group is elsewhere: a line for each, with a
// way to send them where they belong, to copy them or to throw them away.
import { say, tell } from "../announce.js";
import { left } from "../drafts.js";
import { register } from "../registry.js";
import { word } from "../words.js";
import { copy } from "./copy.js";
import { hasBox, isOfARoom, textOf } from "./kept.js";
import { drop, send } from "./left-send.js";

const SENDS = /\/(remarks|answer)\/([^/]+\/)?$/;
const SOON = 2000; // words under way are told of only if they do not arrive
const lines = new Map(); // by the name of their draft
let again = null; // one look at what is under way at a time
const list = () => document.getElementById("left");
const isOver = () => document.getElementById("live-stage").dataset.roundState === "over";
const nameOf = ({ key, at }) => `${key} ${at}`; // typed on in another tab, it is another
const isUnderWay = ({ sent, at }) => sent !== null && sent !== undefined && Date.now() - at < SOON;

function waiting() {
  if (isOver() && document.querySelector("#mine #kept")) return []; // it shows them all
  return left("").filter((draft) => isOfARoom(draft) && textOf(draft) && !hasBox(draft));
}

function remove(name) {
  const had = lines.get(name).contains(document.activeElement);
  lines.get(name).remove();
  lines.delete(name);
  if (had) (list().querySelector("summary") ?? document.getElementById("now"))?.focus();
}

function build(draft) {
  const line = document.getElementById("left-one").content.firstElementChild.cloneNode(true);
  const [box, sends] = [line.querySelector("textarea"), SENDS.test(draft.place)];
  line.querySelector("[data-about]").textContent = draft.about ?? list().dataset.plain;
  box.value = textOf(draft);
  line.querySelector("[data-to]").hidden = !draft.reply;
  line.querySelector("[data-reply-to]").textContent = draft.reply ?? "";
  line.querySelector("[data-late]").hidden = !draft.place.endsWith("/answer/");
  line.querySelector("[data-send]").hidden = !sends;
  line.querySelector("[data-no-send]").hidden = sends;
  line.querySelector("[data-send]").addEventListener("click", () => send(draft, line));
  line.querySelector("[data-take]").addEventListener("click", async () => say(word((await copy(box)) ? "copied-said" : "copy-by-hand")));
  line.querySelector("[data-drop]").addEventListener("click", ({ currentTarget }) => drop(draft, currentTarget, () => lines.has(nameOf(draft))));
  return line;
}

function anew() {
  again = null;
  show();
}

function show() {
  const drafts = waiting();
  const [found, under] = [drafts.filter((draft) => !isUnderWay(draft)), drafts.filter(isUnderWay)];
  for (const name of lines.keys()) if (!found.some((draft) => nameOf(draft) === name)) remove(name);
  for (const draft of found.filter((each) => !lines.has(nameOf(each)))) {
    lines.set(nameOf(draft), build(draft));
    list().append(lines.get(nameOf(draft)));
    tell(`${draft.about ?? list().dataset.plain}. ${list().dataset.says}`, nameOf(draft));
  }
  if (under.length) again ??= setTimeout(anew, SOON);
  list().hidden = lines.size === 0;
  for (const button of list().querySelectorAll("[data-send]")) if (isOver()) button.hidden = true;
}

for (const event of ["roundel:live", "roundel:forgot", "htmx:after:swap"]) document.addEventListener(event, () => list() && show());
register("#left", show);
