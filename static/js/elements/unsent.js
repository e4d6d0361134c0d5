// Says it on a page without boxes when words from the boxes of another page are still on this device only.
import { left } from "../drafts.js";
import { register } from "../registry.js";

register("#unsent", (notice) => {
  notice.hidden = left(notice.dataset.address).length === 0;
});
