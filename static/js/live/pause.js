// Updates held back while somebody reads. The button says what it does next: pause, or go on.
import { say } from "../announce.js";
import { word } from "../words.js";

/** Let the buttons with data-live-pause hold the page of `keeper` still; the page says where it does, and looks so. */
export function watchPauses(keeper) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-live-pause]");
    if (!button) return;
    const { dataset } = document.documentElement;
    const on = dataset.updates !== "paused";
    dataset.updates = on ? "paused" : "going";
    for (const part of document.querySelectorAll("[data-while]")) part.hidden = part.dataset.while !== dataset.updates;
    if (!button.checkVisibility()) document.querySelector(".masthead__pause").focus({ preventScroll: true });
    say(word(on ? "paused" : "going-on"));
    keeper.pause(on);
  });
}
