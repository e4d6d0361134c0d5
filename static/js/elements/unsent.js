// Says it on a page without boxes when words from another page are still on this device only.
import { unsent } from "../drafts.js";
import { register } from "../registry.js";

register("#unsent", (notice) => {
  notice.hidden = unsent() === 0;
});
