// What came of "All at once" is said where screen readers listen: the part that shows it is itself swapped.
import { say } from "../announce.js";

document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (detail.ctx.target?.id === "rehearsal") say(document.querySelector("#rehearsal [data-said]")?.textContent);
});
