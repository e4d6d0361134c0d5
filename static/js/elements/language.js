// <form data-language>: who changes the language finds what they chose or typed in a <form data-carries> again. It is kept
// for the next page of this tab alone, and only for a form that asks the same: an answer is never put to another question.
import { register } from "../registry.js";
import { write } from "../values.js";
import { held, isServers, placeOf } from "./form-parts.js";

const CARRIED = "roundel-carried";

/** Return what a form is and asks: its address, and what it says unseen but for what differs with each page. */
function askedBy(form) {
  const unseen = [...form.querySelectorAll("input[type=hidden]:not([name=csrfmiddlewaretoken])")];
  return JSON.stringify([placeOf(form), ...unseen.map(({ name, value }) => [name, value])]);
}

function take() {
  try {
    const carried = JSON.parse(sessionStorage.getItem(CARRIED)) ?? {};
    sessionStorage.removeItem(CARRIED);
    return carried;
  } catch {
    return {}; // nothing, or a browser that keeps nothing
  }
}

function start(form) {
  const forms = [...document.querySelectorAll("form[data-carries]")];
  const carried = take();
  for (const each of forms) if (carried[askedBy(each)]) write(each, carried[askedBy(each)]);
  form.addEventListener("submit", () => {
    const begun = forms.filter((each) => !isServers(each, held(each)));
    try {
      sessionStorage.setItem(CARRIED, JSON.stringify(Object.fromEntries(begun.map((each) => [askedBy(each), held(each)]))));
    } catch {
      // a browser that keeps nothing
    }
  });
}

register("form[data-language]", start);
