// What the buttons of a line about words without a box do: see left.js.
import { say } from "../announce.js";
import { ask } from "../dialog.js";
import { forget } from "../drafts.js";
import { post } from "../http.js";
import { word } from "../words.js";
import { showSave } from "./save-state.js";
import { newUid } from "./say-draft.js";

/** Send the words of a line where they belong; what came of it is said, and stands in the line where it failed. */
export async function send(draft, line) {
  const button = line.querySelector("[data-send]");
  if (button.ariaDisabled) return;
  button.ariaDisabled = "true"; // it keeps the focus
  showSave(line, "saving", word("sending"));
  const answer = await post(draft.place, [...draft.pairs, ["rev", draft.rev], ["late", "1"]]);
  button.ariaDisabled = null;
  if (answer.kind === "ok" || answer.kind === "conflict") { // of two versions the server keeps both: nothing is left here
    say(answer.kind === "ok" ? answer.said : word("both-kept"));
    return forget(draft.place, draft.key);
  }
  if (answer.state === "stale") draft.pairs = draft.pairs.map(([name, value]) => [name, name === "uid" ? newUid() : value]);
  const lost = answer.kind === "lost" || answer.kind === "signed-out";
  return showSave(line, lost ? "device" : "wrong", answer.message ?? word(lost ? "not-sent" : "not-allowed"));
}

/** Throw the words of a line away, once asked; not where they went meanwhile. */
export async function drop(draft, { dataset }, isStill) {
  if (await ask({ title: dataset.title, text: dataset.text, yes: dataset.yes }, isStill)) forget(draft.place, draft.key);
}
