// An old page and a new server: load the page again, once nothing on it is unsent.
import { unsent } from "../drafts.js";

const LOOK = 5000;

function isChanged(control) {
  if (control.closest("[data-autosave]")) return false; // kept on the device until it is sent
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** Tell whether something on this page would be lost, or is not sent yet. */
export function pending() {
  const controls = document.querySelectorAll("textarea, input:not([type=hidden])");
  return unsent() > 0 || document.querySelector("dialog[open]") !== null || [...controls].some(isChanged);
}

function onceFor(build) {
  try {
    if (sessionStorage.getItem("roundel-build") === build) return false;
    sessionStorage.setItem("roundel-build", build);
    return true;
  } catch {
    return false; // without a memory it might never stop
  }
}

/** Return a function that hears the server's build, and loads the page again when it is another than `own`. */
export function renewal(own, reload = () => location.reload(), look = LOOK) {
  let waiting = null;
  const tryIt = (build) => {
    clearTimeout(waiting);
    if (pending()) waiting = setTimeout(() => tryIt(build), look);
    else if (onceFor(build)) reload();
  };
  return (build) => {
    if (own && build && build !== own) tryIt(build);
  };
}
