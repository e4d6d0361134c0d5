// Which form this tab sent last: where a page refuses one form, the words of the others on it come back as ever.
const SENT = "roundel-form";

/** Remember the name of the draft that goes now. */
export function wasSent(token) {
  try {
    sessionStorage.setItem(SENT, token);
  } catch {
    // a forbidden store kept no draft either
  }
}

/** Tell whether this page refuses a form, or only shows what would become of it. */
export function isRefusal() {
  const [came] = performance.getEntriesByType("navigation");
  return came?.responseStatus >= 400 || document.querySelector("[data-errors], [data-not-yet]") !== null;
}

/** Tell whether this page is the answer to these words, and refuses them: it holds them, and the server does not. */
export const isRefused = ({ token }) => isRefusal() && token === sessionStorage.getItem(SENT);
