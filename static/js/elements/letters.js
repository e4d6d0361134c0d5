// What became of the copies of a letter is told when it changes; the log, which is swapped whole, says nothing by itself.
import { tell } from "../announce.js";

const says = () => document.querySelector("#letter-log [data-says]")?.textContent.trim();
let last = says();

document.addEventListener("htmx:after:swap", () => {
  const now = says();
  if (now === last) return;
  last = now;
  tell(now, "letters");
});
