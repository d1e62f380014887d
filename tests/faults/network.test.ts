import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { IS_FULL, times } from "../support/counts";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { endingOf, serversAt } from "../support/fault-kinds";
import { startNetworkProxy, type NetworkProxy } from "../support/network-proxy";
import { runOf } from "../support/play-faults";
import { eventsOf, playRun, rawRun, stopRun, textOf, untilIdle } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { GOLDEN } from "../support/transcripts";

const { blocks: transcript = [], text: TEXT = "" } = GOLDEN.CHAT_CJK ?? {};
/** A connection each, so that a fault counts the bytes of one answer. */
const headers = { connection: "close" };
const ENDING_AT = Buffer.byteLength(transcript.slice(0, -3).join(""));
const WHOLE = Buffer.byteLength(transcript.join("")) + 400;
const STEP = times(61, 5);

/** A silent provider is hung up after 45 s in any case; Stop and leaving must not wait for that. */
const SOONER_THAN_SILENCE_MS = 30_000;

let fake: FakeUpstream;
let network: NetworkProxy;
let server: TestServer;
let calls = 0;
beforeAll(async () => {
  fake = await startFakeUpstream();
  network = await startNetworkProxy(Number(new URL(fake.origin).port));
  server = await startServer({ environment: serversAt(`${network.origin}/v1`) });
});
beforeEach(() => {
  network.setFault(undefined);
  fake.plan({ transcript, headers });
});
afterAll(async () => {
  await server.stop();
  await network.close();
  await fake.close();
});

/** One run over the network as it is: what was shown, and how it ended. */
async function play(): Promise<{ text: string; ending: string }> {
  // A provider that cannot be reached five times rests: the next call goes to the next.
  const events = await playRun(server, runOf(`p${calls++ % 32}/any`));
  const last = events.at(-1);
  return { text: textOf(events, "p0"), ending: last ? endingOf(last) : "nothing" };
}

test.each(["limit", "reset"] as const)(
  "an answer broken off at any byte (%s) keeps its text and is never complete",
  async (kind) => {
    const met: Record<string, number> = {};
    for (let bytes = 0; bytes < WHOLE; bytes += STEP) {
      network.setFault({ kind, bytes });
      const { text, ending } = await play();
      met[ending] = (met[ending] ?? 0) + 1;
      expect(TEXT.startsWith(text), `${bytes}: ${text}`).toBe(true);
      // The ending's own block stands after all headers and at least so many bytes.
      if (bytes <= ENDING_AT) expect(ending).toMatch(/^(end cut|error provider_unreachable)$/);
      if (ending === "end complete") expect(text).toBe(TEXT);
      else expect(ending).toMatch(/^(end cut|error provider_unreachable)$/);
    }
    console.log(`answers broken off (${kind}): ${JSON.stringify(met)}`);
    expect(Object.keys(met).toSorted()).toEqual(["end complete", "end cut", "error provider_unreachable"]);
  },
  times(120_000, 600_000),
);

test("slices of any size and a slow network change nothing", async () => {
  const sizes = IS_FULL ? Array.from({ length: 40 }, (_, index) => index + 1) : [1, 7, 40];
  for (const bytes of sizes) {
    network.setFault({ kind: "slicer", bytes });
    expect(await play(), `${bytes}`).toEqual({ text: TEXT, ending: "end complete" });
  }
  network.setFault({ kind: "latency", ms: 60 });
  expect(await play()).toEqual({ text: TEXT, ending: "end complete" });
});

test(
  "a network that swallows everything: Stop and leaving work, and what was held comes when it heals",
  async () => {
    // Behind the first words nothing is sent before the network is bad, however slowly it is made so.
    let fall = () => {};
    const untilBlackHole = () => {
      const fallen = new Promise<void>((resolve) => (fall = resolve));
      fake.plan({ transcript, headers, before: (block) => (block > 1 ? fallen : undefined) });
    };
    const swallow = () => {
      network.setFault({ kind: "black hole" });
      fall();
    };
    untilBlackHole();
    const run = runOf("p0/any");
    const stopped = await playRun(server, run, {}, ({ type }) => {
      if (type !== "text") return;
      swallow();
      void sleep(50).then(() => stopRun(server, run.id));
    });
    expect(stopped.map(endingOf).at(-1)).toBe("end stopped");
    network.setFault(undefined);
    untilBlackHole();
    const healed = runOf("p1/any");
    let holes = 0;
    const events = await playRun(server, healed, {}, ({ type }) => {
      if (type !== "text" || holes++ > 0) return;
      swallow();
      void sleep(150).then(() => network.setFault(undefined));
    });
    expect([textOf(events, "p0"), events.map(endingOf).at(-1)]).toEqual([TEXT, "end complete"]);
    untilBlackHole();
    const left = rawRun(server, runOf("p2/any"));
    for await (const { type } of eventsOf(await left.response)) if (type === "text") break;
    swallow();
    left.request.destroy();
    await untilIdle(server);
    network.setFault(undefined);
    await vi.waitUntil(() => network.openSockets() === 0 && fake.openSockets() === 0, { timeout: 20_000 });
  },
  SOONER_THAN_SILENCE_MS,
);
