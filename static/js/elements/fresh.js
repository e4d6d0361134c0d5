// Whoever comes back to the pack finds what was saved elsewhere since, where nothing of their own is on its way.
import { say } from "../announce.js";
import { readServers, write } from "../values.js";
import { boxes } from "./autosave.js";
import { showSave } from "./save-state.js";

const TIMEOUT = 20000;
let asking = false;
const says = () => document.getElementById("pack-form").dataset.taken;

function isIdle([element, box]) {
  return element.isConnected && box.idle && !element.closest("[hidden]");
}

async function pageNow() {
  try {
    const answer = await fetch(location.pathname, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT) });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null; // the line is down: what is typed then is kept, and both versions if it comes to that
  }
}

function take([element, box], page) {
  const theirs = page.getElementById(element.id);
  const rev = Number(theirs?.dataset.rev);
  if (!(rev > box.rev)) return false;
  write(element, readServers(theirs));
  box.resume(rev, box.version, {});
  showSave(element, "saved", says());
  return true;
}

async function freshen() {
  if (asking || document.visibilityState !== "visible" || ![...boxes].some(isIdle)) return;
  asking = true;
  const page = await pageNow();
  asking = false;
  const taken = page ? [...boxes].filter(isIdle).map((pair) => take(pair, page)) : []; // who began to type meanwhile keeps their box
  if (taken.includes(true)) say(says());
}

document.addEventListener("visibilitychange", freshen);
