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

/** Tell whether this page is the answer to these words, and refuses them: it holds them, and the server does not. */
export function isRefused({ token }) {
  const [came] = performance.getEntriesByType("navigation");
  const refuses = came?.responseStatus >= 400 || document.querySelector("[data-errors]");
  return Boolean(refuses) && token === sessionStorage.getItem(SENT);
}
