// The number that this page holds, and what each frame means for it. It knows of no socket and no element.
//
// push {seq, since}: since <= held < seq: swap; seq <= held: seen already; else something was missed.
//   With several servers it may have come before the push that it follows: it waits, and is shown right after that.
// here {html}: who is here; it has no number, and nothing is missed by it.
// hello, beat {seq}: any other number than the held one: something was missed.
// What was missed is fetched afresh, a little later: the push that brings it may be on its way.

const PATIENCE = 3000; // after a fetch that failed

export class Keeper {
  /** `show(html)` puts fragments in the page; `ask(held)` fetches all regions: {kind: ok | same | lost, seq, html}. */
  constructor({ seq, show, ask, settle = 300, random = Math.random }) {
    Object.assign(this, { held: seq, told: seq, ask, settle, random, shown: 0 });
    Object.assign(this, { spread: 0.25, paused: false, asking: false, timer: null, early: new Map() });
    this.show = (html) => (this.shown += 1) && show(html);
  }

  hear(frame) {
    if (frame.type === "push") this.#push(frame);
    if (frame.type === "here" && !this.paused) this.show(frame.html);
    if (frame.type === "hello" || frame.type === "beat") this.#compare(frame);
  }

  /** Fetch the regions now; the answer says the number they were read at. */
  async refetch() {
    if (this.asking || this.paused) return;
    const { held, told } = this;
    this.asking = true;
    const answer = await this.ask(held);
    this.asking = false;
    if (answer.kind !== "lost") this.#take(answer, held, told);
    this.#behind(answer.kind === "lost" ? PATIENCE : 0);
  }

  /** What the page shows may be older than the number it holds: fetch it afresh, a little later. */
  doubt() {
    this.held = -1; // no number that a server tells
    this.#behind();
  }

  pause(on) {
    this.paused = on;
    if (!on) this.refetch();
  }

  #push({ seq, since, html }) {
    if (seq <= this.held) return;
    this.told = Math.max(this.told, seq);
    if (since > this.held && !this.paused) this.early.set(since, { seq, since, html });
    if (since > this.held || this.paused) return this.#behind();
    this.held = seq;
    this.show(html);
    const next = this.early.get(seq);
    if (this.early.delete(seq)) this.#push(next);
  }

  #compare({ seq, spread = this.spread }) {
    Object.assign(this, { told: seq, spread });
    this.#behind();
  }

  #take(answer, held, told) {
    const overtaken = this.held !== held && answer.seq < this.held;
    if (this.told === told && !overtaken) this.told = answer.seq;
    if (this.paused || overtaken) return;
    this.held = answer.seq;
    this.early.clear();
    if (answer.kind === "ok") this.show(answer.html);
  }

  #behind(more = 0) {
    if (this.held === this.told || this.timer !== null) return;
    const wait = more + this.settle + this.random() * this.spread * 1000;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.held !== this.told) this.refetch();
    }, wait);
  }
}
