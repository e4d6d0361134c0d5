// The socket: opened, watched, and opened again. It knows nothing of what the frames mean.

const ENDED = 4403; // the server does not want this browser back
const PLAIN = 4; // tries that wait no longer than the last: a restart takes seconds, and all are to be back soon after

export class Line {
  /** `hear(frame)` gets each frame; `state(name)` hears open, lost, silent, blocked or ended. Times are milliseconds. */
  constructor({ url, hear, state, silence = 35000, fresh = 16000, most = 30000, random = Math.random }) {
    Object.assign(this, { url, hear, state, silence, fresh, most, random });
    Object.assign(this, { socket: null, fails: 0, spread: 1, wait: 0, why: "", heard: 0, stopped: false });
  }

  open() {
    clearTimeout(this.again);
    this.heard = Date.now();
    this.socket = new WebSocket(this.url);
    this.socket.onmessage = (event) => this.#take(JSON.parse(event.data));
    this.socket.onclose = (event) => this.#closed(event.code);
    this.#watch();
  }

  /** Leave the socket, without coming back until `wake` or `open`. */
  close() {
    clearTimeout(this.again);
    clearTimeout(this.watching);
    if (this.socket) Object.assign(this.socket, { onmessage: null, onclose: null });
    this.socket?.close();
    this.socket = null;
  }

  /** Look at once whether the line still lives; tell whether it had to be opened again. */
  wake() {
    const alive = this.socket?.readyState <= WebSocket.OPEN && Date.now() - this.heard < this.fresh;
    if (alive || this.stopped) return false;
    this.close();
    this.open();
    return true;
  }

  /** Stop for good: this page may not listen any more. */
  finish() {
    this.close();
    this.stopped = true;
    this.state("ended");
  }

  #take(frame) {
    this.heard = Date.now();
    this.#watch();
    if (frame.type === "hello") Object.assign(this, { fails: 0, spread: frame.spread, why: "" });
    if (frame.type === "hello") this.state("open");
    if (frame.type === "bye") Object.assign(this, { wait: frame.retry_after * 1000, why: frame.why });
    this.hear(frame);
  }

  #watch() {
    clearTimeout(this.watching);
    this.watching = setTimeout(() => this.#closed(0), this.silence);
  }

  #closed(code) {
    if (code === ENDED) return this.finish();
    this.close();
    this.fails += 1;
    const blocked = this.fails >= 3 || this.why === "layer";
    this.state(blocked ? "blocked" : code === 0 ? "silent" : "lost");
    const longest = Math.min(this.most, this.spread * 1000 * 2 ** Math.max(0, this.fails - PLAIN));
    this.again = setTimeout(() => this.open(), this.wait + this.random() * longest);
    this.wait = 0;
  }
}
