// Words that came back from the disk after the browser was ended stand in their boxes once the page is loaded afresh.
import { recover } from "../durable.js";

let touched = false;
addEventListener("input", () => (touched = true), { capture: true, once: true });

recover().then(
  (found) => found && !touched && location.replace(location.pathname + location.search),
  () => {}, // nothing can be read there
);
