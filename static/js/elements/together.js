// A text that a group writes together: a box in which nothing waits follows what others save; words are never replaced.
import { register } from "../registry.js";
import { read, readServers, same } from "../values.js";

const AGAIN = 3000; // after a load that failed
const others = () => document.getElementById("text-others");
let asked = ""; // for which versions the page asked last: once is enough
const saved = () => document.querySelector("#live-tally [data-text-rev]");

function follow(form, { rev, words }) {
  const box = form.elements.body;
  const held = "held" in form.dataset && box.value.trim(); // what was refused came back with its words
  const busy = held || !same(read(form), readServers(form));
  const behind = Number(form.elements.rev.value) < rev;
  form.querySelector("[data-behind]").hidden = !(behind && busy);
  if (!behind || busy) return;
  const { selectionStart, selectionEnd } = box; // the caret may rest here, with nothing typed
  box.value = box.defaultValue = words;
  if (document.activeElement === box) box.setSelectionRange(selectionStart, selectionEnd);
  form.elements.rev.value = rev;
}

/** What is said to the text is said to the version that stands on the page when it is sent. */
function judge(form, { rev, words }) {
  const said = Number(form.dataset.saidRev);
  form.hidden = !words.trim();
  form.elements.rev.value = rev;
  form.querySelector("[data-earlier]").hidden = !(said && said < rev);
}

/** Versions that wait come and go beside the box, without a touch on what is in it. */
async function bring(rev, waits) {
  const own = others();
  const isSame = !own || (own.dataset.waits === waits && (!waits || own.dataset.rev === rev));
  const key = `${rev} ${waits}`;
  if (isSame || asked === key) return;
  asked = key;
  const { url } = document.getElementById("mine").dataset;
  const response = await fetch(url, { cache: "no-store", headers: { "HX-Request": "true" } }).catch(() => null);
  const text = response?.ok ? await response.text() : "";
  if (asked !== key) return; // newer ones were asked for meanwhile
  if (text) return put(text);
  asked = "";
  setTimeout(look, AGAIN);
}

async function put(text) {
  if (!others() || !text.includes('id="text-others"')) return;
  const held = others().contains(document.activeElement);
  await htmx.swap({ sourceElement: others(), target: others(), text, select: "#text-others", swap: "outerMorph" });
  if (held && !others().contains(document.activeElement)) document.querySelector("#mine summary").focus({ preventScroll: true });
}

function look() {
  const found = saved();
  if (!found) return;
  bring(found.dataset.textRev, found.dataset.textWaits);
  const text = { rev: Number(found.dataset.textRev), words: found.querySelector("[data-text]").textContent };
  for (const form of document.querySelectorAll("form[data-together]")) follow(form, text);
  for (const form of document.querySelectorAll("form[data-assent]")) judge(form, text);
}

register("form[data-together]", (form) => {
  asked = ""; // one's own part came anew, and may be older than what is told
  form.addEventListener("focusout", () => setTimeout(look));
  look();
});
document.addEventListener("roundel:live", look);
