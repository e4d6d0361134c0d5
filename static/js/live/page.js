// A live page: the line brings frames, the keeper decides, the regions change.
import { watchAnswers } from "./answers.js";
import { Keeper } from "./keeper.js";
import { Line } from "./line.js";
import { watchPauses } from "./pause.js";
import { ask, show } from "./regions.js";
import { renewal } from "./renew.js";
import { notices } from "./touch.js";

const POLL = 5000;

function address(path) {
  const url = new URL(path, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
}

/** Ask every so often while the line is blocked; soon at first, but not all pages at once. */
function poller(every, refetch) {
  let timer = null;
  const next = (wait) => {
    timer = setTimeout(() => {
      refetch();
      next(every * (0.8 + Math.random() * 0.4));
    }, wait);
  };
  return (on) => {
    if (on && timer === null) next(every * 0.6 * Math.random());
    if (!on) timer = clearTimeout(timer) ?? null;
  };
}

function watchWaking(line, keeper) {
  const wake = () => {
    if (document.visibilityState === "visible" && line.wake()) keeper.refetch();
  };
  document.addEventListener("visibilitychange", wake);
  for (const event of ["online", "pageshow", "focus"]) addEventListener(event, wake);
  addEventListener("pagehide", () => line.close());
}

/** Keep the page of `element` right: data-live (socket), data-regions (address), data-seq, data-build. */
export function start(element, settings = {}) {
  const { live, regions, seq, build } = element.dataset;
  const touch = notices(element, settings.grace);
  const hearBuild = renewal(build, settings.reload, settings.look);
  const fetchAll = async (held) => {
    const answer = await ask(regions, held);
    if (answer.kind === "ended") line.finish();
    else touch.asked(answer.kind !== "lost");
    return answer.kind === "ended" ? { kind: "lost" } : answer;
  };
  const keeper = new Keeper({ seq: Number(seq), show, ask: fetchAll, ...settings });
  const poll = poller(settings.poll ?? POLL, () => keeper.refetch());
  const hear = (frame) => {
    keeper.hear(frame);
    if (frame.type === "hello") hearBuild(frame.build);
  };
  const state = (name) => {
    touch.line(name);
    poll(name === "blocked");
    if (name === "ended") keeper.paused = true;
  };
  const line = new Line({ url: address(live), hear, state, ...settings });
  watchPauses(keeper);
  watchAnswers(keeper);
  watchWaking(line, keeper);
  line.open();
  return { keeper, line };
}
