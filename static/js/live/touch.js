// Whether the page is in touch with the room, said once in words: in touch, out of touch, or over.
import { tell } from "../announce.js";

const GRACE = 4000; // a short gap is no news

/**
 * Return what hears the states of a line, `line(state)`, and whether what the page asked for came, `asked(isAnswered)`,
 * and shows the notice for each in `element`. That news comes by asking is said only once some has come; that the page
 * is back, only where a loss was told.
 */
export function notices(element, grace = GRACE) {
  const all = [...element.querySelectorAll("[data-touch]")];
  let [state, answered, shown, timer] = ["open", null, "", null];

  function show(name) {
    timer = clearTimeout(timer) ?? null;
    if (name === shown) return;
    shown = name;
    for (const notice of all) notice.hidden = notice.dataset.touch !== name;
    const notice = all.find((one) => one.dataset.touch === name);
    if (all.length) tell(notice ? notice.textContent.trim().replace(/\s+/g, " ") : element.dataset.back, "line");
  }

  function look() {
    if (state === "open") show("");
    else if (state === "ended" || (state === "blocked" && answered)) show(state);
    else if (state === "silent" || answered === false || shown) show("lost");
    else timer ??= setTimeout(() => show("lost"), grace);
  }

  return {
    line(name) {
      state = name;
      if (name === "open") answered = null;
      look();
    },
    asked(isAnswered) {
      answered = isAnswered;
      if (state !== "open" && state !== "ended") look();
    },
  };
}
