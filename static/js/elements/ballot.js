// How many cards are chosen and how many are left, as they are ticked; at the limit the others wait.
import { say } from "../announce.js";
import { dropTicks, keepTicks, restoreTicks } from "./ballot-kept.js";
import { register } from "../registry.js";

function start(form) {
  const boxes = [...form.querySelectorAll("input[name=card]")];
  const words = new Map([...form.querySelectorAll("template[data-n]")].map((one) => [Number(one.dataset.n), one]));
  const most = Number(form.dataset.ballot);

  function show() {
    const n = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.disabled = n >= most && !box.checked;
    const said = words.get(Math.min(n, most));
    const [count, send] = said.content.cloneNode(true).children;
    form.querySelector("[data-count]").replaceChildren(...count.childNodes);
    form.querySelector("[data-send]").replaceChildren(...send.childNodes);
  }

  form.addEventListener("change", () => {
    keepTicks(form);
    show();
    form.closest("#mine")?.querySelector("[data-refused]")?.remove(); // it was about what was ticked before
    if (boxes.filter((box) => box.checked).length === most) say(form.querySelector("[data-count]").textContent.trim());
  });
  form.addEventListener("submit", ({ submitter }) => submitter?.name === "abstain" && dropTicks(form));
  restoreTicks(form);
  if (boxes.filter((box) => box.checked).length <= most) show();
}

register("[data-ballot]", start);
