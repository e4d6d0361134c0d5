// The name of this tab, which outlives a reload.

/** Return it, made at the first time. */
export function tabName() {
  try {
    const kept = sessionStorage.getItem("roundel-tab");
    const name = kept ?? String(crypto.getRandomValues(new Uint32Array(2)));
    sessionStorage.setItem("roundel-tab", name);
    return name;
  } catch {
    return "tab";
  }
}
