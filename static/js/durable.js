// A browser writes localStorage to disk seconds later, and has lost it if it is ended before that. So drafts go into IndexedDB
// too, which is on disk at once, and come back from there.
import { hasLeft } from "./forgetting.js";
import { isGone, rememberGone, settleGone, sweepGone } from "./gone.js";

const WAIT = 200; // what changes within it is written together
const waiting = new Map(); // what is not written yet: a text for each key, or null for one that goes
const known = new Set(); // what this page has kept or let go by itself: it knows better than the disk
let writing = []; // what is under way to the disk
let database = null;
let busy = false;
let timer; // of the next write

function open() {
  database ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open("roundel", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("drafts");
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
    } catch {
      resolve(null); // forbidden here: what localStorage has is all there is
    }
  });
  return database;
}

function commit(store, changes) {
  return new Promise((resolve) => {
    const work = store.transaction("drafts", "readwrite", { durability: "strict" });
    work.oncomplete = work.onabort = work.onerror = ({ type }) => resolve(type === "complete");
    const drafts = work.objectStore("drafts");
    for (const [key, text] of changes) text === null ? drafts.delete(key) : drafts.put(text, key);
  });
}

async function flush() {
  timer = clearTimeout(timer);
  if (busy || waiting.size === 0) return;
  busy = true;
  try {
    const store = await open();
    writing = [...waiting];
    waiting.clear();
    if (store && (await commit(store, writing))) settleGone(writing);
  } catch {
    // no room there either, or the store was closed: localStorage has them
  }
  [busy, writing] = [false, []];
  if (waiting.size) timer ??= setTimeout(flush, WAIT);
}

/** Write a draft to disk soon; null: it goes, at once, so that what was sent does not come back. */
export function mirror(key, text) {
  known.add(key);
  waiting.set(key, text);
  if (text === null) flush();
  else timer ??= setTimeout(flush, WAIT);
}

const isNewer = (text, held) => held === null || JSON.parse(text).at > JSON.parse(held).at;

/** Put back what an ended browser did not write in time; resolve to how many drafts that are. Whoever withdrew leaves nothing. */
export async function recover() {
  const drafts = (await open())?.transaction("drafts").objectStore("drafts");
  if (!drafts) return 0;
  const all = (asked) => new Promise((resolve, reject) => Object.assign(asked, { onsuccess: () => resolve(asked.result), onerror: reject }));
  const [keys, texts] = await Promise.all([all(drafts.getAllKeys()), all(drafts.getAll())]);
  for (const key of keys.filter((each, n) => hasLeft(each.split("|")[1]) || isGone(each, texts[n]))) mirror(key, null);
  sweepGone(keys);
  const lost = keys.map((key, n) => [key, texts[n]]).filter(([key, text]) => !known.has(key) && isNewer(text, localStorage.getItem(key)));
  for (const [key, text] of lost) localStorage.setItem(key, text);
  return lost.length;
}

addEventListener("pagehide", () => {
  rememberGone(new Map([...writing, ...waiting]));
  flush();
});
document.addEventListener("visibilitychange", flush);
