// A page may be left before the disk has let a draft go. What was to go is remembered until it has, so that words which were
// sent do not come back from there.
const PREFIX = "roundel-gone|";
const OLD = 60000; // milliseconds: a write that was under way when its page was left is over

const goneOf = (changes) => [...changes].filter(([, text]) => text === null).map(([key]) => PREFIX + key);

/** Remember those of the changes to drafts by which one is to go. */
export function rememberGone(changes) {
  try {
    for (const name of goneOf(changes)) localStorage.setItem(name, Date.now());
  } catch {
    // no room: the disk decides
  }
}

/** Tell whether this draft was to go; not if it was kept anew since. */
export const isGone = (key, text) => Number(localStorage.getItem(PREFIX + key)) >= JSON.parse(text).at;

/** These changes are on the disk: what was to go has gone. */
export const settleGone = (changes) => goneOf(changes).forEach((name) => localStorage.removeItem(name));

/** Forget what the disk, which holds those keys, does not hold. */
export function sweepGone(keys) {
  const old = Object.entries(localStorage).filter(([name, at]) => name.startsWith(PREFIX) && Date.now() - at > OLD);
  for (const [name] of old) if (!keys.includes(name.slice(PREFIX.length))) localStorage.removeItem(name);
}
