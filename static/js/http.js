// One way to post a form's pairs, and one word for what came of it.
const TIMEOUT = 20000;
const SMALL = 8000; // a browser lets 64 kB in all outlive the page

/** Return the token that proves the form is ours: the cookie's, which is the newest, else the page's. */
export function csrf() {
  const cookie = document.cookie.match(/(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]+)/);
  if (cookie) return cookie[1];
  const headers = document.body.getAttribute("hx-headers:inherited");
  return headers ? JSON.parse(headers)["X-CSRFToken"] : "";
}

function kindOf(response, answer) {
  if (response.type === "opaqueredirect" || response.status === 401 || answer?.state === "signed-out") return "signed-out";
  if (response.ok) return answer ? "ok" : "lost";
  if (response.status === 409) return answer?.state === "conflict" ? "conflict" : "refused";
  if ([400, 413, 422].includes(response.status)) return "invalid";
  if ([403, 404, 405, 410].includes(response.status)) return "refused";
  return "lost";
}

async function readJson(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/**
 * Post pairs of name and value; resolve to the answer with its `kind`, never reject.
 * ok | conflict | refused (this can no longer be changed) | invalid (change it) | signed-out |
 * lost (no answer, or none that can be trusted: the same words may be sent again).
 */
export async function post(url, pairs) {
  const body = new URLSearchParams(pairs).toString();
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
        "X-CSRFToken": csrf(),
      },
      credentials: "same-origin",
      redirect: "manual",
      keepalive: body.length < SMALL,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const answer = await readJson(response);
    return { ...answer, kind: kindOf(response, answer), wait: Number(response.headers.get("Retry-After")) || 0 };
  } catch {
    return { kind: "lost", wait: 0 };
  }
}
