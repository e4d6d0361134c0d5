// Lines that a form sends together: moving a slider ticks its box, and each mark says where it lies.
import { draw, follow } from "../line.js";
import { register } from "../registry.js";

function start(row) {
  follow(row);
  draw(row);
}

register("[data-line]", start);
