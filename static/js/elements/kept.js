// Words that this device kept and that have no box any more: the pack or the workshop closed, or the card is gone. Shown, not lost.
import { forget, left } from "../drafts.js";
import { register } from "../registry.js";

const WORDS = /^(?:(?:text|title|summary)-|text$|question$|body$|why$|reason$)/;
const ROOM = /(?<!\/pack)\/remarks\/([^/]+\/)?$|\/questions\/[^/]+\/(answer|text|assent)\/$|\/ground-rules\/([^/]+\/)?$/;

/** Tell whether left.js has a line for these words, in a room that goes on. */
export const isOfARoom = (draft) => ROOM.test(draft.place);

/** Return the words of a draft as one text. */
export function textOf(draft) {
  const words = draft.pairs.filter(([name, value]) => WORDS.test(name) && value.trim());
  return words.map(([, value]) => value).join("\n\n");
}

/** Tell whether a draft has its box on this page. */
export function hasBox({ place }) {
  const places = (box) => [box.dataset.autosave, box.dataset.draft, box.matches("[data-say]") ? box.action : null];
  return [...document.querySelectorAll("[data-autosave], [data-draft], [data-say]")].flatMap(places).includes(place);
}

function draftsOf(notice) {
  const addresses = notice.dataset.address.split(" ");
  const places = addresses.flatMap((address) => [address, new URL(address, location).href]);
  const elsewhere = document.getElementById("left") && !notice.closest("#mine"); // a room that goes on
  return places.flatMap(left).filter((draft) => !hasBox(draft) && textOf(draft) && !(elsewhere && isOfARoom(draft)));
}

function show(notice) {
  const [drafts, list] = [draftsOf(notice), notice.querySelector("[data-list]")];
  list.replaceChildren();
  for (const draft of drafts) {
    const item = Object.assign(document.createElement("p"), { className: "conflict__text", textContent: textOf(draft) });
    item.dir = "auto";
    list.append(item);
  }
  notice.hidden = drafts.length === 0;
}

function start(notice) {
  show(notice);
  notice.querySelector("button").addEventListener("click", () => {
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
