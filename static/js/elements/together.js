// A text that a group writes together: a box in which nothing waits follows what others save; words are never replaced.
import { register } from "../registry.js";
import { read, readServers, same } from "../values.js";

const saved = () => document.querySelector("#live-tally [data-text-rev]");

function follow(form, { rev, words }) {
  const held = "held" in form.dataset || form.contains(document.activeElement);
  const busy = held || !same(read(form), readServers(form));
  const behind = Number(form.elements.rev.value) < rev;
  form.querySelector("[data-behind]").hidden = !(behind && busy);
  if (!behind || busy) return;
  form.elements.body.value = form.elements.body.defaultValue = words;
  form.elements.rev.value = rev;
}

/** What is said to the text is said to the version that stands on the page when it is sent. */
function judge(form, { rev, words }) {
  const said = Number(form.dataset.saidRev);
  form.hidden = !words.trim();
  form.elements.rev.value = rev;
  form.querySelector("[data-earlier]").hidden = !(said && said < rev);
}

function look() {
  const found = saved();
  if (!found) return;
  const text = { rev: Number(found.dataset.textRev), words: found.querySelector("[data-text]").textContent };
  for (const form of document.querySelectorAll("form[data-together]")) follow(form, text);
  for (const form of document.querySelectorAll("form[data-assent]")) judge(form, text);
}

register("form[data-together]", (form) => {
  form.addEventListener("focusout", () => setTimeout(look));
  look();
});
document.addEventListener("roundel:live", look);
