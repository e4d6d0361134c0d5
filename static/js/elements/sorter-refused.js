// Why a card was not placed stands at the card, where the person is.
import { alertNow } from "../announce.js";
import { rowOf } from "./sorter-view.js";

/** Say beside a card why it was not saved, once; nothing: it was. */
export function showRow(url, text) {
  const line = document.querySelector(`#sorting [data-url="${url}"] [data-late]`);
  if (!line || line.textContent === text) return;
  line.textContent = text;
  line.hidden = !text;
  alertNow(text);
  const here = rowOf(document.activeElement)?.querySelector("[data-late]:not([hidden])"); // one above may have moved it
  here?.scrollIntoView({ block: "nearest" });
}
