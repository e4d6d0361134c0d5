// One field's way to the server: one request at a time, and the same words again until they are answered.
import { post } from "./http.js";

const PAUSE = 1000; // after the last key
const PATIENCE = 8000; // at most this long while somebody types on and on
const SLOWEST = 60000;

/** Return how long to wait before try number `tries`: doubling from two seconds, each time by chance. */
export function delay(tries, wait = 0, chance = Math.random()) {
  const longest = Math.min(SLOWEST, 2000 * 2 ** Math.min(tries - 1, 5));
  return Math.max(wait * 1000, longest * (0.5 + chance / 2));
}

export class Outbox {
  /** `read()` returns the pairs to send, `ready()` whether they may go, `show(state, answer)` hears each change. */
  constructor({ url, rev, read, ready, show }) {
    Object.assign(this, { url, rev, read, ready, show });
    Object.assign(this, { version: 0, done: 0, tries: 0, pending: null, busy: false, held: false, since: null });
  }

  get waiting() {
    return this.version > this.done;
  }

  /** Whether the server holds what stands here, and nobody has to choose. */
  get idle() {
    return !(this.waiting || this.busy || this.held);
  }

  /** The words changed: send them after a pause. */
  changed() {
    this.version += 1;
    this.since ??= Date.now();
    if (this.held) return this.show("held");
    if (this.tries === 0) this.show("saving");
    if (this.tries === 0) this.#later(Math.max(0, Math.min(PAUSE, this.since + PATIENCE - Date.now())));
    else this.show("device");
  }

  /** Send now what waits, unless a request is under way or somebody must choose first. */
  async flush() {
    if (this.busy || this.held || !this.waiting) return;
    clearTimeout(this.timer);
    if (!this.pending && !this.ready()) return;
    this.pending ??= { pairs: this.read(), version: this.version };
    Object.assign(this, { busy: true, since: null });
    this.show(this.tries ? "device" : "saving");
    const answer = await post(this.url, [...this.pending.pairs, ["rev", this.rev]]);
    this.busy = false;
    this.#hear(answer);
  }

  /** Go on after a choice: the server holds this rev and what stood here at `version`; the rest waits. */
  resume(rev, version, answer) {
    Object.assign(this, { rev, held: false, done: version });
    this.show(this.waiting ? "saving" : "saved", answer);
    if (this.waiting) this.#later(0);
  }

  #hear(answer) {
    if (answer.kind === "lost" || answer.kind === "signed-out") {
      this.tries += 1;
      this.show(answer.kind === "lost" ? "device" : "signed-out", answer);
      return this.#later(delay(this.tries, answer.wait));
    }
    const sent = this.pending.version;
    Object.assign(this, { tries: 0, pending: null });
    if (answer.kind === "ok") this.rev = answer.rev ?? this.rev; // after a conflict the words still rest on the old one
    if (answer.kind === "conflict" || answer.kind === "refused") this.held = true;
    if (answer.kind !== "refused") this.done = sent;
    if (this.waiting && !this.held) this.#later(PAUSE);
    this.show(answer.kind === "ok" ? (this.waiting ? "saving" : "saved") : answer.kind, answer);
  }

  #later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), wait);
  }
}
