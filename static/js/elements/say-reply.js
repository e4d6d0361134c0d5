// Answering a comment: the box says to whose words, and the answer goes under them.
import { replyTo, store, wordsOf } from "./say-draft.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-reply], [data-no-reply]");
  const form = document.querySelector("[data-say]");
  if (!link || !form) return;
  event.preventDefault();
  const { reply = "" } = link.dataset;
  replyTo(form, reply, wordsOf(reply));
  store(form);
  form.elements.body.focus();
});
