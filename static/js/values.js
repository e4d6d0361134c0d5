// What an element's controls hold, as pairs of name and value: now, and as the server wrote them.
const SKIPPED = new Set(["csrfmiddlewaretoken", "rev", "held"]);

function controlsOf(element) {
  const own = element.matches("[name]") ? [element] : [];
  const all = [...own, ...element.querySelectorAll("input[name], textarea[name], select[name]")];
  return all.filter((control) => !control.disabled && !SKIPPED.has(control.name) && control.type !== "submit");
}

function chosen(select, first) {
  const picked = [...select.options].filter((option) => (first ? option.defaultSelected : option.selected));
  if (picked.length === 0 && !select.multiple && select.options.length) picked.push(select.options[0]);
  return picked.map((option) => [select.name, option.value]);
}

function pairsOf(control, first) {
  if (control.tagName === "SELECT") return chosen(control, first);
  if (control.type === "radio" || control.type === "checkbox") {
    return (first ? control.defaultChecked : control.checked) ? [[control.name, control.value]] : [];
  }
  return [[control.name, first ? control.defaultValue : control.value]];
}

/** Return the pairs that the controls hold now. */
export function read(element) {
  return controlsOf(element).flatMap((control) => pairsOf(control, false));
}

/** Return the names of the boxes for words: what is typed there is shown again where its box is gone. */
export function textsIn(element) {
  const isText = (control) => control.matches("textarea, input:not([type]), input[type=text], input[type=email]");
  return controlsOf(element).filter(isText).map(({ name }) => name);
}

/** Return the pairs that came with the page: what the server held then. */
export function readServers(element) {
  return controlsOf(element).flatMap((control) => pairsOf(control, true));
}

/** Put pairs back into the controls; names that are not there are left alone. Each control tells it by an `input`. */
export function write(element, pairs) {
  const names = new Set(pairs.map(([name]) => name));
  for (const control of controlsOf(element)) {
    const values = pairs.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
    else if (control.multiple) for (const option of control.options) option.selected = values.includes(option.value);
    else if (names.has(control.name)) control.value = values[0];
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Tell whether two lists of pairs say the same, whatever their line ends and outer space. */
export function same(some, others) {
  const plain = (pairs) => JSON.stringify(pairs.map(([name, value]) => [name, clean(value)]));
  return plain(some) === plain(others);
}

function clean(value) {
  return value.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}
