// The server says by a cookie of a moment which forms arrived: what this device kept of them goes.
import { forgetSent } from "../drafts.js";

for (const [, token] of document.cookie.matchAll(/(?:^|; )arrived-([0-9a-f]{32})=/g)) {
  forgetSent(token);
  document.cookie = `arrived-${token}=; path=/; max-age=0; samesite=lax`;
}
