// On the page of a round that takes no more answers: what this device kept and the server did not get in time, at its card.
import { ask } from "../dialog.js";
import { find, forget } from "../drafts.js";
import { register } from "../registry.js";

const rows = () => [...document.querySelectorAll("li[data-url]")];

/** Tell whether it did arrive, and only the answer to it was lost. */
function arrived(row, given) {
  const seen = row.querySelector("[name^=seen-]")?.value; // both marks of a line
  if (seen !== undefined) return seen === `${given.get("now")}:${given.get("want")}`;
  const zone = row.closest("[data-zone]")?.dataset.zone;
  return zone && zone === given.get("zone") && row.textContent.includes(given.get("reason") ?? "");
}

function say(row, given, words) {
  const line = Object.assign(document.createElement("p"), { className: "save save--wrong" });
  line.dataset.late = "";
  line.textContent = [words[given.get("zone") ?? "marked"], given.get("reason")].filter(Boolean).join(" ");
  row.append(line);
}

function show(notice) {
  for (const row of rows()) {
    const draft = find(row.dataset.url);
    const given = new Map(draft?.pairs);
    if (draft && arrived(row, given)) forget(row.dataset.url, draft.key);
    else if (draft) say(row, given, notice.dataset);
  }
  notice.hidden = !document.querySelector("li > [data-late]");
}

async function drop(notice, { dataset }) {
  if (!(await ask({ title: dataset.title, text: dataset.text, yes: dataset.yes }))) return;
  for (const { dataset: row } of rows()) for (let draft = find(row.url); draft; draft = find(row.url)) forget(row.url, draft.key);
  for (const line of document.querySelectorAll("li > [data-late]")) line.remove();
  notice.hidden = true;
}

register("#late", (notice) => {
  show(notice);
  notice.querySelector("button").addEventListener("click", ({ currentTarget }) => drop(notice, currentTarget));
});
