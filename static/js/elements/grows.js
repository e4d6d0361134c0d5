// <textarea> of an open prompt: where the style sheet cannot make it grow with its words, its rows do.
import { register } from "../registry.js";

const MOST = 60;

function start(box) {
  if (CSS.supports("field-sizing", "content")) return;
  const grow = () => {
    while (box.scrollHeight > box.clientHeight && box.rows < MOST) box.rows += 1;
  };
  box.addEventListener("input", grow);
  grow();
}

register(".account textarea", start);
