// A page that follows the room: it shows what the room's socket brings, and says when it cannot.
import { start } from "../live/page.js";
import { register } from "../registry.js";

register("[data-live]", (element) => start(element));

// What a form's answer said is over once another step is on the stage, something else is before the group, or
// somebody else is in the chair.
function moment() {
  const step = document.getElementById("live-stage")?.dataset.stepRev;
  const proposal = document.getElementById("live-proposal")?.dataset.proposal;
  return `${step} ${proposal} ${document.getElementById("live-chair")?.dataset.rev}`;
}

let held = moment();
document.addEventListener("roundel:live", () => {
  if (held === moment()) return;
  held = moment();
  for (const said of document.querySelectorAll('.strip > .notice[role="status"]')) said.remove();
});
