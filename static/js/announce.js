// The two regions that screen readers listen to. They are never swapped; only these functions write in them.
const PAUSE = 5000;
const waiting = new Map();
let timer = null;

function write(id, sentence) {
  const line = document.createElement("p");
  line.textContent = sentence;
  document.getElementById(id)?.replaceChildren(line);
}

function speak() {
  timer = null;
  if (waiting.size === 0) return;
  write("status", [...waiting.values()].join(" "));
  waiting.clear();
  timer = setTimeout(speak, PAUSE);
}

/**
 * Say a whole sentence politely: at most one announcement in five seconds.
 * What waits is said together; a newer sentence with the same key takes the older one's place.
 */
export function say(sentence, key = sentence) {
  if (!sentence) return;
  waiting.delete(key);
  waiting.set(key, sentence);
  if (timer === null) timer = setTimeout(speak, 0);
}

/** Say a whole sentence at once: for what stops the person. */
export function alertNow(sentence) {
  if (sentence) write("alert", sentence);
}
