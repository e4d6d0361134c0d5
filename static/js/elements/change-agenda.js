// The agenda changed from the room: what came of a press stays in view until the next one, and a form that came in is empty.
import { say } from "../announce.js";

const part = () => document.getElementById("chair");
const line = () => part().querySelector("[data-told]");
let told = null;

function clear() {
  const place = part().querySelector("[data-arrived]")?.dataset.arrived;
  if (place) part().querySelector(`form[data-draft="${place}"]`)?.reset();
}

document.addEventListener("htmx:before:request", ({ target }) => {
  if (target.closest?.("#agenda-change") || target.form?.id === "agenda-form") told = null;
});

// Each news of the agenda loads the part again, without what was said.
document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (detail.ctx.target?.id !== "chair" || !line()) return;
  clear();
  if (line().children.length) {
    told = line().cloneNode(true);
    say(told.querySelector("[data-says]")?.textContent);
  } else if (told) line().replaceWith(told.cloneNode(true));
});
