// The banner while the line is down, and one sentence for requests that got no answer: spoken, and beside the button.
import { alertNow, hush, tell } from "../announce.js";
import { word } from "../words.js";

const banner = document.getElementById("offline");

function show(sentence) {
  if (banner) banner.hidden = navigator.onLine;
  if (sentence) tell(sentence, "line");
}

addEventListener("offline", () => show(word("offline-said")));
addEventListener("online", () => show(word("online-said")));
if (!navigator.onLine) show(word("offline-said"));

const pressed = new WeakMap(); // the button by which a form was sent last
document.addEventListener("submit", ({ target, submitter }) => pressed.set(target, submitter), { capture: true });

/** Say what did not work, to the ear and to the eye: beside the button, and in view where nobody has gone elsewhere. */
function fail({ sourceElement }, sentence) {
  alertNow(sentence);
  const form = sourceElement?.closest("form");
  if (!form) return;
  const line = Object.assign(document.createElement("p"), { className: "save save--wrong", textContent: sentence });
  line.dataset.failed = "";
  const button = pressed.get(form);
  if (form.contains(button)) button.after(line);
  else form.append(line);
  if ([button, document.body].includes(document.activeElement)) line.scrollIntoView({ block: "nearest" });
}

document.addEventListener("htmx:before:request", () => {
  hush();
  for (const line of document.querySelectorAll("[data-failed]")) line.remove();
});
document.addEventListener("htmx:error", ({ detail }) => {
  if (detail.ctx) fail(detail.ctx, word("not-done"));
});
document.addEventListener("htmx:response:error", ({ detail }) => {
  const { status, headers } = detail.ctx.response;
  const refused = headers.get("X-Roundel-Refusal");
  if (status >= 500) fail(detail.ctx, refused ? decodeURIComponent(refused) : word("not-done"));
  else if ([403, 404, 405, 413].includes(status)) fail(detail.ctx, refused ? decodeURIComponent(refused) : word("not-allowed"));
});
