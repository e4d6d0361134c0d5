// Once the workshop is closed, what is half written in one's own part can be copied and no longer sent.
import { end } from "../ended.js";
import { word } from "../words.js";
import { showSave } from "./save-state.js";

function look() {
  const over = document.getElementById("live-stage").dataset.roundState === "over";
  document.querySelector("#mine-offer [data-waits]").hidden = over;
  document.querySelector("#mine-offer [data-over]").hidden = !over;
  for (const form of document.querySelectorAll(over ? "#mine [data-say], #mine [id^=own-form-], #mine [data-draft], #answer" : "none")) {
    end(form);
    if (form.matches("[data-say]") && form.elements.body.value.trim()) showSave(form, "wrong", word("over-now"));
  }
}

document.addEventListener("roundel:live", look);
look();
