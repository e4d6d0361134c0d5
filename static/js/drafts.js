// What is not saved yet, kept on this device: by whose seat, by field, and by tab so that tabs keep apart.
import { mirror } from "./durable.js";
import { hasLeft } from "./forgetting.js";
import { tabName } from "./tab.js";

const PREFIX = "roundel-draft";
const tab = tabName();

function prefix(place = "") {
  return [PREFIX, document.body.dataset.owner ?? "", ...(place ? [place] : []), ""].join("|");
}

function keysFrom(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

function load(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return Array.isArray(draft?.pairs) ? { ...draft, key } : null;
  } catch {
    return null;
  }
}

/** Keep a field's draft: `pairs`, the `rev` they are based on, `sent`, pairs that are under way, what it is `about`. */
export function keep(place, draft) {
  try {
    if (hasLeft(document.body.dataset.owner)) return false; // they withdrew, in another tab
    const [key, text] = [prefix(place) + tab, JSON.stringify({ ...draft, at: Date.now() })];
    mirror(key, text);
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false; // a full or forbidden store: the caller must say so
  }
}

/** Return this field's draft: this tab's own, else the newest that a closed tab left; or null. */
export function find(place) {
  const own = load(prefix(place) + tab);
  const others = keysFrom(prefix(place)).map(load).filter(Boolean);
  return own ?? others.sort((one, other) => other.at - one.at)[0] ?? null;
}

/** Forget this tab's draft of a field, or the draft with that key. */
export function forget(place, key = prefix(place) + tab) {
  mirror(key, null);
  try {
    localStorage.removeItem(key);
    document.dispatchEvent(new Event("roundel:forgot"));
  } catch {
    // a forbidden store holds nothing
  }
}

/** Forget the drafts that went with that token: the server has them, whoever's they are. */
export function forgetSent(token) {
  for (const key of keysFrom(PREFIX)) if (load(key)?.token === token) forget("", key);
}

/** Return how many fields of this seat hold words that were not saved. */
export function unsent() {
  return keysFrom(prefix()).length;
}

/** Return this seat's drafts whose place starts with that address: each with its place, key and pairs. */
export function left(address) {
  const place = (key) => key.slice(prefix().length).split("|")[0];
  const own = keysFrom(prefix() + address).map(load).filter(Boolean);
  return own.map((draft) => ({ ...draft, place: place(draft.key) }));
}
