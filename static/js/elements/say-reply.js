// Answering a comment: the box says to whose words, and the answer goes under them.

function replyTo(form, uid, words) {
  form.elements.reply_to.value = uid;
  form.querySelector("[data-replying]").hidden = !uid;
  form.querySelector("[data-reply-words]").textContent = words;
  form.elements.body.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-reply], [data-no-reply]");
  const form = document.querySelector("[data-say]");
  if (!link || !form) return;
  event.preventDefault();
  const said = link.closest(".said__one")?.querySelector(".said__words")?.textContent.trim() ?? "";
  replyTo(form, link.dataset.reply ?? "", said.length > 80 ? `${said.slice(0, 79)}…` : said);
});
