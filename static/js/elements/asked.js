// A page that asks for something follows the round it asks in: closed or revealed, it is read afresh.
import { left } from "../drafts.js";

/** Return how a round stands, as the line told last; one that nobody was asked yet is not among them. */
function stateOf(number) {
  const states = (document.getElementById("live-begun")?.dataset.rounds ?? "").split(" ");
  return states.find((state) => state.startsWith(`${number}:`)) ?? `${number}:draft`;
}

document.addEventListener("roundel:live", () => {
  const asked = document.querySelector("[data-round]")?.dataset.round;
  const live = document.querySelector("[data-on-stage]");
  if (live) live.hidden = document.getElementById("live-where").dataset.round !== asked.split(":")[0];
  const unsent = left(location.pathname.replace(/[^/]+\/$/, "")).length > 0;
  if (asked && stateOf(asked.split(":")[0]) !== asked && !unsent) location.reload();
});
