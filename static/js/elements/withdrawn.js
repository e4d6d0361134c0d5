// After a withdrawal nothing of the person stays on this device: the page that asks last remembers whose seat it is, and the
// page that says it is done forgets what was kept for it. Other tabs of this browser keep nothing of that seat any more.
import { recover } from "../durable.js";
import { forgetAll } from "../forgetting.js";

const LEAVING = "roundel-leaving";

try {
  const done = document.querySelector("[data-withdrawn]") && sessionStorage.getItem(LEAVING);
  if (done) forgetAll(done);
  if (done) recover().catch(() => {}); // on the disk too; a forbidden one kept nothing
  if (done) sessionStorage.removeItem(LEAVING);
} catch {
  // a forbidden store kept nothing
}

document.querySelector("[data-withdraws]")?.addEventListener("submit", () => {
  try {
    sessionStorage.setItem(LEAVING, document.body.dataset.owner);
  } catch {
    // the same
  }
});
