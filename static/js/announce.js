// The two regions that screen readers listen to. They are never swapped; only these functions write in them.
const PAUSE = 5000;
const waiting = new Map();
let timer = null;
let said = ""; // and heard: a push that brings the same sentence does not say it again

function write(id, sentence) {
  const line = document.createElement("p");
  line.textContent = sentence;
  document.getElementById(id)?.replaceChildren(line);
}

function news() {
  timer = null;
  if (waiting.size === 0) return;
  say([...waiting.values()].join(" "));
  waiting.clear();
}

/** Say politely, at once, what came of the person's own action; the latest counts. News waits until it is heard. */
export function say(sentence) {
  if (!sentence) return;
  for (const [key, waits] of waiting) if (waits === sentence) waiting.delete(key);
  said = sentence;
  write("status", sentence);
  clearTimeout(timer);
  timer = setTimeout(news, PAUSE);
}

/**
 * Tell politely what others did, or how the line is: only after five seconds in which nothing was said.
 * What waits is told together; a newer sentence with the same key takes the older one's place.
 */
export function tell(sentence, key = sentence) {
  if (!sentence || (sentence === said && timer !== null)) return;
  waiting.delete(key);
  waiting.set(key, sentence);
  if (timer === null) timer = setTimeout(news, 0);
}

/** Say a whole sentence at once: for what stops the person. */
export function alertNow(sentence) {
  if (sentence) write("alert", sentence);
}

/** Take back what was said last to stop the person: they try again. */
export function hush() {
  document.getElementById("alert")?.replaceChildren();
}
