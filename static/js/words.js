// The sentences that modules say; they come from the page, so they are translated with it.

/** Return the words of that name, with each {name} filled in. */
export function word(name, values = {}) {
  const found = document.getElementById("words")?.content.querySelector(`[data-word="${name}"]`);
  return (found?.textContent ?? "").replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

/** Return hours and minutes of a moment (ISO 8601) as the reader's own clock shows them; nothing for none. */
export function clock(moment, more = {}) {
  const wanted = { hour: "2-digit", minute: "2-digit", ...more };
  return moment ? new Intl.DateTimeFormat(document.documentElement.lang || undefined, wanted).format(new Date(moment)) : "";
}

/** Return a number the way the page's language writes it. */
export function figure(number) {
  return number.toLocaleString(document.documentElement.lang || undefined);
}
