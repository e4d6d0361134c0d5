// A button that copies what stands in the box beside it.
import { say } from "../announce.js";
import { register } from "../registry.js";
import { word } from "../words.js";

/** Copy what a box holds; tell whether it worked. */
export async function copy(box) {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    box.focus();
    box.select();
    return document.execCommand("copy"); // pages that are not served over TLS have no other way
  }
}

function start(element) {
  const box = element.querySelector("input, textarea");
  const button = element.querySelector("button");
  const icon = button.querySelector("use");
  button.addEventListener("click", async () => {
    const copied = await copy(box);
    icon?.setAttribute("href", copied ? "#i-tick" : "#i-copy");
    say(word(copied ? "copied-said" : "copy-by-hand"));
    setTimeout(() => icon?.setAttribute("href", "#i-copy"), 3000);
  });
  box.addEventListener("focus", () => box.select());
}

register("[data-copy]", start);
