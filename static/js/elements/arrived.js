// After a form that brought a whole new page the focus is on what came of it: what is wrong, what was done, or the heading
// of the page. It is lost otherwise, and whoever uses the keyboard would begin anew at the top.
const SENT = "roundel-sent";
const SOON = 15000; // milliseconds: a form that brings a file leaves the page where it is
// First what asks for it in the page: the browser gives it as it draws, and what loads sooner than it is drawn comes here before.
const WHERE = ["main [autofocus]", "main [role=alert]", "main [data-focus]", ".strip > .notice[role=status]", "#now", "main h1"];
let sent = 0;

/** Remember it for the page that comes, or ask for it and forget it; without a memory nothing is done. */
function remember(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

function land() {
  if (!remember((store) => store.getItem(SENT))) return;
  remember((store) => store.removeItem(SENT));
  if (location.hash || document.activeElement !== document.body) return;
  const found = WHERE.map((where) => document.querySelector(where)).find((each) => each?.checkVisibility());
  if (!found) return;
  if (found.tabIndex < 0) found.tabIndex = -1;
  found.focus();
}

addEventListener("submit", (event) => {
  if (!event.defaultPrevented && event.target.method === "post") sent = Date.now();
});
addEventListener("pagehide", () => {
  if (Date.now() - sent < SOON) remember((store) => store.setItem(SENT, "1"));
});
addEventListener("load", land);
