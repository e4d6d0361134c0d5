// Ticks that are not sent yet are kept on this device and come back; nothing sends them but their owner.
import { say } from "../announce.js";
import { find, forget, keep, left } from "../drafts.js";
import { register } from "../registry.js";
import { read, readServers, same, write } from "../values.js";

const placeOf = (form) => form.getAttribute("action");

/** Keep what is ticked, unless the server holds the same. */
export function keepTicks(form) {
  form.querySelector("[data-kept]").hidden = true;
  if (same(read(form), readServers(form))) forget(placeOf(form));
  else form.toggleAttribute("data-kept-here", keep(placeOf(form), { pairs: read(form), rev: 0, sent: null }));
}

/** Tick again what was ticked here and not sent, and say so. */
export function restoreTicks(form) {
  const draft = find(placeOf(form));
  if (!draft) return;
  forget(placeOf(form), draft.key);
  write(form, draft.pairs);
  keepTicks(form);
  const line = form.querySelector("[data-kept]");
  line.hidden = same(read(form), readServers(form));
  if (!line.hidden) say(line.textContent.trim());
}

/** Drop the ticks of a ballot whose owner would rather not choose. */
export function dropTicks(form) {
  forget(placeOf(form));
}

/** Tell whether these ticks were sent: the ballot that is in holds them. */
function isSent(draft) {
  const cast = document.querySelector("[data-cast]");
  if (cast?.dataset.place !== draft.place) return false;
  const cards = cast.dataset.cast.split(" ").filter(Boolean).sort();
  return String(cards) === String(draft.pairs.map(([, value]) => value).sort());
}

/** Drop the ticks that were sent, and those of a poll that is revealed; a closed one may open again. */
function tidy(mine) {
  const open = mine.dataset.polls.split(" ");
  const ballots = left("").filter(({ place }) => place.endsWith("/ballot/"));
  for (const draft of ballots) if (!open.includes(draft.place) || isSent(draft)) forget(draft.place, draft.key);
}

register("#mine[data-polls]", tidy); // a poll's own page knows of no other poll
