// Whoever withdrew leaves nothing on their device: drafts of the seat go, and no tab of this browser keeps new ones for it.
const mark = (owner) => `roundel-withdrawn|${owner}`;

/** Say whether the person of a seat withdrew in this browser. May throw where the store is forbidden. */
export const hasLeft = (owner) => Boolean(localStorage.getItem(mark(owner)));

/** Forget all drafts of a seat, for good. */
export function forgetAll(owner) {
  localStorage.setItem(mark(owner), "1");
  const own = Object.keys(localStorage).filter((key) => key.startsWith(`roundel-draft|${owner}|`));
  own.forEach((key) => localStorage.removeItem(key));
}
