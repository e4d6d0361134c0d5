// A fold that somebody opened stays open when the page around it is written anew by what they press elsewhere.
let open = new Set();

const summaries = (state) => [...document.querySelectorAll(`:is(.desk, #chair) details${state} > summary`)];

document.addEventListener("htmx:before:swap", () => {
  open = new Set(summaries("[open]").map((each) => each.textContent.trim()));
});
document.addEventListener("htmx:after:swap", () => {
  for (const each of summaries("")) if (open.has(each.textContent.trim())) each.parentElement.open = true;
});
