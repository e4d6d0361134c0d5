// The sentences that modules say; they come from the page, so they are translated with it.

/** Return the words of that name, with each {name} filled in. */
export function word(name, values = {}) {
  const found = document.getElementById("words")?.content.querySelector(`[data-word="${name}"]`);
  return (found?.textContent ?? "").replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

/** Return a number the way the page's language writes it. */
export function figure(number) {
  return number.toLocaleString(document.documentElement.lang || undefined);
}
