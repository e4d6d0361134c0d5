// The stage moved while its heading is out of view: the strip says so and shows the way, until the heading is seen.
// Nothing scrolls by itself, and nothing is said twice: the stage announces itself.
const cue = document.getElementById("stage-cue");
const heading = () => document.getElementById("now");
const stage = () => ({ ...document.getElementById("live-stage").dataset });
let held = stage();
let moved = false;

const watch = new IntersectionObserver((seen) => {
  if (seen.at(-1).isIntersecting) moved = false;
  if (!moved && cue.contains(document.activeElement)) heading().focus({ preventScroll: true });
  cue.hidden = !moved;
});

function look() {
  const now = stage();
  const other = now.stepRev !== held.stepRev;
  const where = other ? now.place : now.offer;
  if (where && (other || now.roundState !== held.roundState)) {
    moved = true;
    cue.querySelector("[data-where]").textContent = where;
  }
  held = now;
  watch.disconnect();
  watch.observe(heading());
}

document.addEventListener("roundel:live", look);
look();
