// Once the workshop is closed, what is half written in one's own part can be copied and no longer sent.
import { end } from "../ended.js";
import { word } from "../words.js";
import { read, readServers, same } from "../values.js";
import { showSave } from "./save-state.js";

function look() {
  const over = document.getElementById("live-stage").dataset.roundState === "over";
  document.querySelector("#mine-offer [data-waits]").hidden = over;
  document.querySelector("#mine-offer [data-over]").hidden = !over;
  if (over && document.querySelector("[data-suggest] form:not([data-ended])")) endSuggesting();
  for (const form of document.querySelectorAll(over ? "#mine [data-say], #mine [id^=own-form-], #mine [data-draft], #answer" : "none")) {
    end(form);
    if (form.matches("[data-say]") && form.elements.body.value.trim()) showSave(form, "wrong", word("over-now"));
  }
}

/** Nothing more can be suggested: the form goes, unless it holds words. */
function endSuggesting() {
  const form = document.querySelector("[data-suggest] form");
  if (same(read(form), readServers(form))) form.closest("details").remove();
  else end(form);
}

document.addEventListener("roundel:live", look);
look();
