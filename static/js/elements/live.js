// A page that follows the room: it shows what the room's socket brings, and says when it cannot.
import { start } from "../live/page.js";
import { register } from "../registry.js";

register("[data-live]", (element) => start(element));

// What a form's answer said is over once another step is on the stage, its round is opened, closed or revealed, something
// else is before the group, somebody else is in the chair, or what one suggested was decided on. Under who types nothing moves: only the words go at first.
const SAID = '.strip > .notice[role="status"]';
const TYPES = "main :is(textarea, input, select)";

function moment() {
  const { stepRev, roundState } = document.querySelector("#live-stage, #live-where")?.dataset ?? {};
  const proposal = document.getElementById("live-proposal")?.dataset.proposal;
  const suggestions = document.getElementById("suggestions")?.textContent;
  return `${stepRev} ${roundState} ${proposal} ${document.getElementById("live-chair")?.dataset.rev} ${suggestions}`;
}

let held = moment();

function look() {
  const over = held !== moment();
  held = moment();
  const types = document.activeElement?.matches(TYPES);
  for (const said of document.querySelectorAll(over ? SAID : ".notice--gone")) {
    if (types) said.classList.add("notice--gone");
    else said.remove();
  }
}

for (const event of ["roundel:live", "htmx:after:swap"]) document.addEventListener(event, look);
