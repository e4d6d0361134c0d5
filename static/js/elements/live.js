// A page that follows the room: it shows what the room's socket brings, and says when it cannot.
import { start } from "../live/page.js";
import { register } from "../registry.js";

register("[data-live]", (element) => start(element));
