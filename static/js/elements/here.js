// The help of a page lies over it: Escape closes it and goes back to its word, as does a press beside it.
const here = document.querySelector("details.here");

const close = () => {
  const had = here.contains(document.activeElement);
  here.open = false;
  if (had) here.querySelector("summary").focus();
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && here?.open) close();
});
document.addEventListener("click", (event) => {
  if (here?.open && !here.contains(event.target)) here.open = false;
});
document.addEventListener("focusin", (event) => {
  if (here?.open && !here.contains(event.target)) here.open = false;
});
