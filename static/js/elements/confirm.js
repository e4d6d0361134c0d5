// A form that asks before it does something hard to undo. Without scripts the server asks on a page of its own.
// <form data-confirm="Title" data-confirm-text="What will happen." data-confirm-button="Do it">
// With data-confirm-ends the answer looks like what ends something for good.
// With data-confirm-print the press sends back which question was answered, so that no other is taken for it.
// A button may carry the same: it then asks for itself, in a form that others share. With data-confirm-counts the
// question begins with how many have answered by now, as the page shows it: <p data-answered="4 of 5 have answered.">;
// with data-confirm-ready then with how many say that they are ready: <p data-ready="2 of 5 are ready.">
import { ask } from "../dialog.js";
import { unsent } from "../drafts.js";
import { word } from "../words.js";

const agreed = new WeakSet();

function answeredBy(asks) {
  const said = ["answered", "ready"].filter((name) => asks.matches(`[data-confirm-${name === "ready" ? name : "counts"}]`));
  return said.map((name) => document.querySelector(`[data-${name}]`)?.dataset[name] ?? "").join(" ");
}

function questionOf(form, submitter) {
  const asks = [submitter, form].find((one) => one?.matches("[data-confirm]"));
  if (asks) {
    const { confirm: title, confirmText: text, confirmButton: yes, confirmPrint: print } = asks.dataset;
    return { title, text: `${answeredBy(asks)} ${text}`.trim(), yes, print, ends: "confirmEnds" in asks.dataset };
  }
  if (form.matches("[data-sign-out]") && unsent() > 0) {
    return { title: word("unsent-title"), text: word("unsent-text"), yes: word("sign-out-anyway") };
  }
  return null;
}

/** Say so to the server with this one submission. */
function markConfirmed(form, value = "1") {
  const mark = Object.assign(document.createElement("input"), { type: "hidden", name: "confirmed", value });
  form.append(mark);
  setTimeout(() => mark.remove(), 1000);
}

/** Return what a button would do: a button keeps its id when it comes to mean the next poll, or the next step. */
const meaning = (button) => button && [button.formAction, button.name, button.value].join(" ");

const leads = () => "said" in (document.getElementById("chair")?.dataset ?? {}); // a chair who takes part

async function askFirst(form, question, submitter) {
  const [meant, led] = [meaning(submitter), leads()];
  const button = () => (submitter?.isConnected ? submitter : document.getElementById(submitter?.id));
  const isStill = () => !submitter || meaning(button()) === meant;
  const why = () => (led && !leads() ? ["unchaired", { who: document.getElementById("live-chair")?.dataset.announce ?? "" }] : ["overtaken"]);
  if (!(await ask(question, isStill, why)) || !isStill()) return;
  agreed.add(form);
  markConfirmed(form, question.print);
  form.requestSubmit(button());
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (agreed.delete(form)) return;
  const question = questionOf(form, event.submitter);
  if (!question) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  askFirst(form, question, event.submitter);
}, { capture: true });
