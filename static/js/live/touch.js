// Whether the page is in touch with the room, said once in words: in touch, out of touch, or over.
import { tell } from "../announce.js";

const GRACE = 4000; // a short gap is no news

/** Return a function that hears the states of a line and shows the notice for each in `element`. */
export function notices(element, grace = GRACE) {
  const all = [...element.querySelectorAll("[data-touch]")];
  let timer = null;
  let shown = "";

  function show(name) {
    if (name === shown) return;
    shown = name;
    for (const notice of all) notice.hidden = notice.dataset.touch !== name;
    const notice = all.find((one) => one.dataset.touch === name);
    if (notice) tell(notice.textContent.trim().replace(/\s+/g, " "), "line");
  }

  return (state) => {
    clearTimeout(timer);
    if (state === "lost" && !shown) timer = setTimeout(() => show("lost"), grace);
    else if (state === "open") show("");
    else show(state === "silent" ? "lost" : state);
  };
}
