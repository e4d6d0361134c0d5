// <time datetime="..." data-zone="Europe/London" data-local>: the same moment in the reader's own zone, behind it.
import { register } from "../registry.js";
import { clock, word } from "../words.js";

const CLOCK = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };

function written(moment, more) {
  return new Intl.DateTimeFormat(document.documentElement.lang || undefined, { ...CLOCK, ...more }).format(moment);
}

function start(time) {
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.getTime())) return;
  const zone = time.dataset.zone || undefined;
  if (written(moment, {}) === written(moment, { timeZone: zone })) return;
  const here = document.createElement("span");
  here.className = "soft";
  here.textContent = ` ${word("local-time", { time: written(moment, { timeZoneName: "short" }) })}`;
  time.after(here);
}

// <time datetime="..." data-clock>: hours and minutes; data-clock="day" has the day before them.
function show(time) {
  const day = time.dataset.clock ? { day: "numeric", month: "short" } : {};
  if (!Number.isNaN(Date.parse(time.dateTime))) time.textContent = clock(time.dateTime, day);
}

register("time[data-local]", start);
register("time[data-clock]", show, { again: true }); // a swap writes the server's words into the same element
