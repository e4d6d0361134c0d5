// What came of a press is said beside it and stays in view until the next one; the page keeps its place and its focus, and
// a form that came in is empty. On the desk, and in the room where a chair who takes part changes the agenda.
import { say } from "../announce.js";

const PARTS = "#main:has(.desk), #chair";
const STAYS = ["desk-form", "agenda-form"]; // buttons all over the page belong to these
let told = null;
let press = null;

const line = (part) => part.querySelector("[data-told]");

function clear(part) {
  for (const { dataset } of part.querySelectorAll("[data-arrived]"))
    part.querySelector(`form[data-draft="${dataset.arrived}"]`)?.reset();
}

function place(part) {
  if (!press || STAYS.includes(press.id)) return;
  const spot = document.getElementById(press.id) ?? document.getElementById(press.fold);
  const said = line(part).children.length ? line(part) : part.querySelector(".desk__refusal > .notice")?.cloneNode(true);
  if (!spot || !said) return;
  spot.append(said);
  said.scrollIntoView({ block: "nearest" });
}

/** Give the focus back to what was pressed, or to an emptied box; where that is gone, to what stands in its place. */
function focus(part) {
  const form = document.getElementById(press.id);
  const held = document.activeElement;
  if (STAYS.includes(press.id) || (held !== document.body && !form?.contains(held))) return;
  const emptied = form?.closest(".desk") && part.querySelector(`[data-arrived="${form.dataset.draft}"]`);
  const summary = document.querySelector(`#${press.fold} > summary`);
  const wanted = [emptied && form.querySelector("[data-limit]"), press.focus, document.getElementById(press.then), summary];
  wanted.find((each) => each?.isConnected && each.checkVisibility())?.focus({ preventScroll: true });
}

document.addEventListener("htmx:before:request", ({ target, detail }) => {
  const form = target.closest?.("form") ?? target.form;
  if (!form?.closest(PARTS)) return;
  const { submitter } = detail.ctx.sourceEvent ?? {};
  const held = form.contains(document.activeElement) ? document.activeElement : submitter;
  [told, press] = [null, { id: form.id, focus: held, then: form.dataset.then, fold: form.closest("details[id]")?.id }];
});

// Each news of the agenda loads a chair's part again, without what was said.
document.addEventListener("htmx:after:swap", ({ detail }) => {
  const part = detail.ctx.target;
  if (!part?.matches?.(PARTS) || !line(part)) return;
  clear(part);
  if (line(part).children.length) {
    told = line(part).cloneNode(true);
    say([...told.querySelectorAll("[data-says]")].map((each) => each.textContent).join(" "));
  } else if (told) line(part).replaceWith(told.cloneNode(true));
  place(part);
  if (press && detail.ctx.sourceElement) focus(part);
});
