// What somebody presses may be answered with a part of the page that holds live regions. Such an answer was written when
// the server read it: where a push was shown meanwhile, it puts older regions over newer ones, at a number that is held.

/** Doubt the regions once an answer came in that may be older than what was shown since it was asked for. */
export function watchAnswers(keeper) {
  const asked = new WeakMap(); // by htmx's own context of a request
  document.addEventListener("htmx:before:request", ({ detail }) => asked.set(detail.ctx, keeper.shown));
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const isOld = asked.has(ctx) && asked.get(ctx) !== keeper.shown;
    if (isOld && ctx.target?.querySelector?.("[id^=live-]")) keeper.doubt();
  });
}
