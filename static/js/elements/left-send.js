// What the buttons of a line about words without a box do: see left.js.
import { alertNow, say } from "../announce.js";
import { ask } from "../dialog.js";
import { forget } from "../drafts.js";
import { post } from "../http.js";
import { word } from "../words.js";
import { showSave } from "./save-state.js";
import { newUid } from "./say-draft.js";

/** A comment that was changed elsewhere too: both are shown in the line, and its owner chooses. */
function choose(draft, line, { theirs, rev, message }) {
  line.querySelector("[data-save]").replaceChildren();
  line.querySelector("[data-send]").hidden = true;
  line.querySelector(".conflict")?.remove();
  const notice = document.getElementById("conflict").content.firstElementChild.cloneNode(true);
  notice.setAttribute("aria-label", notice.querySelector("[data-title]").textContent);
  notice.querySelector("[data-mine]").textContent = line.querySelector("textarea").value;
  notice.querySelector("[data-theirs]").textContent = theirs;
  line.querySelector(".stack").append(notice);
  alertNow(message);
  draft.rev = rev;
  for (const button of notice.querySelectorAll("[data-keep]")) {
    button.addEventListener("click", () => send(draft, line, [["keep", button.dataset.keep]]));
  }
  notice.querySelector("[data-keep]").focus();
}

/** Send the words of a line where they belong; what came of it is said, and stands in the line where it failed. */
export async function send(draft, line, more = []) {
  const button = line.querySelector("[data-send]");
  if (button.ariaDisabled) return;
  button.ariaDisabled = "true"; // it keeps the focus
  showSave(line, "saving", word("sending"));
  const answer = await post(draft.place, [...draft.pairs, ["rev", draft.rev], ["late", "1"], ...more]);
  button.ariaDisabled = null;
  if (answer.kind === "ok" || answer.kind === "conflict") { // of two versions the server keeps both: nothing is left here
    say(answer.kind === "ok" ? answer.said : word("both-kept"));
    return forget(draft.place, draft.key);
  }
  if (answer.theirs !== undefined) return choose(draft, line, answer);
  if (answer.state === "stale") draft.pairs = draft.pairs.map(([name, value]) => [name, name === "uid" ? newUid() : value]);
  const lost = answer.kind === "lost" || answer.kind === "signed-out";
  return showSave(line, lost ? "device" : "wrong", answer.message ?? word(lost ? "not-sent" : "not-allowed"));
}

/** Throw the words of a line away, once asked; not where they went meanwhile. */
export async function drop(draft, { dataset }, isStill) {
  if (await ask({ title: dataset.title, text: dataset.text, yes: dataset.yes }, isStill)) forget(draft.place, draft.key);
}
