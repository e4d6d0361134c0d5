// How long is left for the step, by the server's clock: quiet text, said at one minute and at the end, once each.
import { tell } from "../announce.js";
import { word } from "../words.js";

const MINUTE = 60000;
const still = matchMedia("(prefers-reduced-motion: reduce)");
let last = Infinity; // milliseconds that were left when we looked last
let ends = "";

/** Return how many milliseconds the server's clock is ahead of this device's: from when the page came. */
function ahead() {
  const { now } = document.querySelector("[data-live]").dataset;
  const came = performance.timeOrigin + (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0);
  return Date.parse(now) - came;
}

const offset = ahead();
const inWords = document.documentElement.dataset.timers === "words"; // who sees no countdown hears none either
const isPaused = () => document.documentElement.dataset.updates === "paused";

function words(left, precise) {
  if (left <= 0) return word("timer-over");
  const seconds = Math.ceil(left / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (precise && !still.matches) return word("timer-left", { time: clock });
  return left <= MINUTE ? word("timer-last") : word("timer-minutes", { n: Math.ceil(left / MINUTE) });
}

/** Say what has just come about while this page was looking, and nothing that was so when it came. */
function announce(left) {
  if (inWords) return;
  if (last > 0 && left <= 0 && last !== Infinity) tell(word("timer-over-said"), "timer");
  else if (last > MINUTE && left > 0 && left <= MINUTE && last !== Infinity) tell(word("timer-last-said"), "timer");
  last = left;
}

function look() {
  const timer = document.getElementById("live-timer");
  if (!timer?.dataset.ends || isPaused()) return;
  if (timer.dataset.ends !== ends) last = Infinity;
  ends = timer.dataset.ends;
  const left = Date.parse(ends) - (Date.now() + offset);
  const shown = timer.querySelector("[data-left]");
  const says = words(left, "precise" in timer.dataset);
  if (shown.textContent !== says) shown.textContent = says;
  timer.classList.toggle("timer--over", left <= 0);
  announce(left);
}

if (inWords) document.addEventListener("roundel:tell", (tells) => tells.target.id === "live-timer" && tells.preventDefault());
document.addEventListener("roundel:live", look);
document.addEventListener("htmx:after:swap", look);
setInterval(look, 1000);
look();
