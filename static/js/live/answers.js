// What somebody presses may be answered with a part of the page that holds live regions. Such an answer was written when
// the server read it: where a push was shown meanwhile, it puts older regions over newer ones, at a number that is held.
import { tell } from "../announce.js";

/** Return what each live region in a part of the page announces, by its id. */
function announced(part) {
  const regions = part?.querySelectorAll?.("[id^=live-][data-announce]") ?? [];
  return new Map([...regions].map((region) => [region.id, region.dataset.announce]));
}

/**
 * Doubt the regions once an answer came in that may be older than what was shown since it was asked for. What another
 * answer announces is told as a push would tell it: the push that comes after it brings no other sentence.
 */
export function watchAnswers(keeper) {
  const asked = new WeakMap(); // by htmx's own context of a request
  const before = new WeakMap();
  document.addEventListener("htmx:before:request", ({ detail }) => asked.set(detail.ctx, { shown: keeper.shown, held: keeper.held }));
  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => before.set(ctx, announced(ctx.target)));
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (!asked.has(ctx)) return; // a push, which is told of where it is shown
    const { shown, held } = asked.get(ctx);
    for (const [id, sentence] of held === keeper.held ? announced(ctx.target) : []) {
      if (before.get(ctx)?.get(id) !== sentence) tell(sentence, id);
    }
    if (shown !== keeper.shown && ctx.target?.querySelector?.("[id^=live-]")) keeper.doubt();
  });
}
