// Two versions of the same words: shown below the box, until the person chooses. Nothing is overwritten before.
import { alertNow } from "../announce.js";
import { post } from "../http.js";
import { read, write } from "../values.js";
import { word } from "../words.js";

function noticeFor(element) {
  const shown = element.querySelector(".conflict");
  if (shown) return shown;
  const notice = document.getElementById("conflict").content.firstElementChild.cloneNode(true);
  notice.setAttribute("aria-label", notice.querySelector("[data-title]").textContent);
  element.append(notice);
  return notice;
}

/**
 * What was typed after the two versions parted is put beside them first, so that no choice can lose it.
 * Resolves to the address that takes the choice, or to nothing if the words did not arrive.
 */
async function sendTheRest(element, box, resolveUrl) {
  if (!box.waiting) return resolveUrl;
  const answer = await post(box.url, [...read(element), ["rev", box.rev]]);
  if (answer.kind === "conflict") return answer.resolve;
  return answer.kind === "ok" ? resolveUrl : "";
}

function take(element, box, version, answer) {
  const untouched = box.version === version;
  if (untouched) {
    const text = element.querySelector("textarea, input[type=text]");
    write(element, answer.values ? Object.entries(answer.values) : [[text.name, answer.text]]);
  }
  box.resume(answer.rev, untouched ? box.version : version, answer);
}

async function choose(element, box, { resolve, rev }, keep) {
  const version = box.version;
  const address = await sendTheRest(element, box, resolve);
  const answer = address ? await post(address, [["keep", keep], ["rev", rev ?? 0]]) : { kind: "lost" };
  if (answer.kind === "conflict") showConflict(element, box, answer);
  if (answer.kind !== "ok") return alertNow(answer.message ?? word("choice-failed"));
  element.querySelector(".conflict")?.remove();
  take(element, box, version, answer);
  element.querySelector("textarea, input:not([type=hidden])")?.focus();
}

/** Show both versions of an element's words; `answer` is the server's: theirs, mine, rev, message, resolve. */
export function showConflict(element, box, answer) {
  const notice = noticeFor(element);
  let busy = false;
  notice.querySelector("[data-mine]").textContent = answer.mine;
  notice.querySelector("[data-theirs]").textContent = answer.theirs;
  if (answer.message) notice.querySelector("[data-say]").textContent = answer.message;
  notice.onclick = async (event) => {
    const keep = event.target.closest("[data-keep]")?.dataset.keep;
    if (!keep || busy) return;
    busy = true;
    await choose(element, box, answer, keep);
    busy = false;
  };
}
