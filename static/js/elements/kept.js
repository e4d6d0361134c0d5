// Words that this device kept and that have no box any more: the pack or the workshop closed, or the card is gone. Shown, not lost.
import { say } from "../announce.js";
import { ask } from "../dialog.js";
import { forget, left } from "../drafts.js";
import { register } from "../registry.js";
import { word } from "../words.js";
import { copy } from "./copy.js";
import { placeOf } from "./form-parts.js";

const WORDS = /^(?:(?:text|title|summary)-|text$|question$|body$|why$|reason$)/;
const ROOM = /(?<!\/pack)\/remarks\/([^/]+\/)?$|\/questions\/[^/]+\/(answer|text|assent)\/$|\/ground-rules\/([^/]+\/)?$/;
const GOES_ON = /\/lineage\//; // reflection does, after the close too

/** Tell whether left.js has a line for these words, in a room that goes on. */
export const isOfARoom = (draft) => ROOM.test(draft.place);

/** Return the words of a draft as one text. */
export function textOf(draft) {
  const isWords = (name) => draft.words?.includes(name) ?? WORDS.test(name); // older drafts do not say which are words
  const words = draft.pairs.filter(([name, value]) => isWords(name) && value.trim());
  return words.map(([, value]) => value).join("\n\n");
}

/** Tell whether a draft has its box on this page. */
export function hasBox({ place }) {
  const places = (box) => [box.dataset.autosave, box.dataset.draft, box.matches("[data-say]") ? box.action : null];
  const boxes = [...document.querySelectorAll("[data-autosave], [data-draft], [data-say]")].flatMap(places);
  const forms = [...document.querySelectorAll("form[data-unsaved], form[data-keeps]")].map(placeOf);
  return boxes.includes(place) || forms.includes(place);
}

function draftsOf(notice) {
  const addresses = notice.dataset.address.split(" ");
  const places = addresses.flatMap((address) => [address, new URL(address, location).href]);
  const elsewhere = document.getElementById("left") && !notice.closest("#mine"); // a room that goes on
  const hasNone = (draft) => !hasBox(draft) && !GOES_ON.test(draft.place) && textOf(draft);
  return places.flatMap(left).filter((draft) => hasNone(draft) && !(elsewhere && isOfARoom(draft)));
}

function show(notice) {
  const [drafts, list] = [draftsOf(notice), notice.querySelector("[data-list]")];
  list.replaceChildren();
  for (const draft of drafts) {
    const line = document.getElementById("kept-one").content.firstElementChild.cloneNode(true);
    const box = line.querySelector("textarea");
    box.textContent = textOf(draft);
    const about = line.querySelector("[data-about]");
    Object.assign(about, { textContent: draft.about ?? "", hidden: !draft.about });
    line.querySelector("button").addEventListener("click", async () => say(word((await copy(box)) ? "copied-said" : "copy-by-hand")));
    list.append(line);
  }
  notice.hidden = drafts.length === 0;
}

function start(notice) {
  show(notice);
  notice.querySelector("[data-drop]").addEventListener("click", async ({ currentTarget: { dataset } }) => {
    if (!(await ask({ title: dataset.title, text: dataset.text, yes: dataset.yes }))) return;
    for (const draft of draftsOf(notice)) forget(draft.place, draft.key);
    notice.hidden = true;
  });
}

// Once a choice is made below the box, the one that came with the page has been made too.
document.addEventListener("click", (event) => {
  const box = event.target.closest(".conflict [data-keep]")?.closest("[data-autosave]");
  for (const other of box?.parentElement.querySelectorAll(":scope > .kept") ?? []) other.remove();
});

// The chair goes, and with it the boxes of whoever led.
document.addEventListener("htmx:after:swap", ({ target }) => {
  if (target?.id === "chair") for (const notice of document.querySelectorAll("#kept")) show(notice);
});

register("#kept", start);
