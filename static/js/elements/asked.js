// A page that asks for something follows the round it asks in: closed or revealed, it is read afresh.
import { unsent } from "../drafts.js";

const states = () => (document.getElementById("live-begun")?.dataset.rounds ?? "").split(" ");

document.addEventListener("roundel:live", () => {
  const asked = document.querySelector("[data-round]")?.dataset.round;
  if (asked && !states().includes(asked) && unsent() === 0) location.reload();
});
