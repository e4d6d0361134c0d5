// Not a module, so that it runs before the page is read. What is typed or chosen while a page's modules are still on
// their way would be heard by nobody, and stay on the screen unsaved: it is told again once they all listen.
{
  const heard = new Map();
  const types = ["input", "change"];
  const hear = ({ type, target }) => heard.set(target, new Set([...(heard.get(target) ?? []), type]));
  for (const type of types) document.addEventListener(type, hear, true);
  document.addEventListener("DOMContentLoaded", () => {
    for (const type of types) document.removeEventListener(type, hear, true);
    for (const [target, told] of heard) for (const type of told) target.dispatchEvent(new Event(type, { bubbles: true }));
  });
}
