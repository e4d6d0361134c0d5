// The banner while the line is down, and one sentence for requests that got no answer.
import { alertNow, tell } from "../announce.js";
import { word } from "../words.js";

const banner = document.getElementById("offline");

function show(sentence) {
  if (banner) banner.hidden = navigator.onLine;
  if (sentence) tell(sentence, "line");
}

addEventListener("offline", () => show(word("offline-said")));
addEventListener("online", () => show(word("online-said")));
if (!navigator.onLine) show(word("offline-said"));

document.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx) alertNow(word("not-done"));
});
document.addEventListener("htmx:response:error", (event) => {
  const { status } = event.detail.ctx.response;
  if (status >= 500) alertNow(word("not-done"));
  else if ([403, 404, 405, 413].includes(status)) alertNow(word("not-allowed"));
});
