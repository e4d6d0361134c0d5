// The QR code carries the join code behind "#", so that no server's log has it: fill it in and clear the address.
import { register } from "../registry.js";

function codeInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1)).trim();
  } catch {
    return "";
  }
}

function start(form) {
  const fill = () => {
    const code = codeInAddress();
    if (!/^[A-Za-z0-9 -]{4,20}$/.test(code)) return;
    form.elements.code.value = code;
    const language = document.querySelector("[data-language]");
    if (language) language.action += `#${code}`; // who changes the language comes back with it
    history.replaceState(null, "", location.pathname);
    form.elements.name.focus();
  };
  addEventListener("hashchange", fill);
  fill();
}

register("form[data-join]", start);
