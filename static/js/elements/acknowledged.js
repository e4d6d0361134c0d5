// The server says by cookies of a moment what this device no longer keeps: forms that arrived, and the words of whoever withdrew,
// also where the press came before any script ran. recovered.js takes those from the disk.
import { forgetSent } from "../drafts.js";
import { forgetAll } from "../forgetting.js";

function forgetOwner(owner) {
  try {
    forgetAll(owner);
  } catch {
    // a forbidden store kept nothing
  }
}

for (const [, what, name] of document.cookie.matchAll(/(?:^|; )(arrived|left)-([0-9a-f-]{32,36})=/g)) {
  if (what === "arrived") forgetSent(name);
  else forgetOwner(name);
  document.cookie = `${what}-${name}=; path=/; max-age=0; samesite=lax`;
}
