// Updates held back while somebody reads. The button says what it does next: pause, or go on.
import { say } from "../announce.js";
import { word } from "../words.js";

/** Let the buttons with data-live-pause hold the page of `keeper` still. */
export function watchPauses(keeper) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-live-pause]");
    if (!button) return;
    const on = button.dataset.livePause !== "paused";
    button.dataset.livePause = on ? "paused" : "going";
    for (const part of button.querySelectorAll("[data-while]")) part.hidden = part.dataset.while !== button.dataset.livePause;
    say(word(on ? "paused" : "going-on"));
    keeper.pause(on);
  });
}
