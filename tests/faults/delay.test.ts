import { createGunzip } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRunEvent } from "@/lib/run-events";
import { createEventDecoder } from "@/lib/sse";
import { percentile } from "../bench/report";
import { IS_FULL, times } from "../support/counts";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { serversAt } from "../support/fault-kinds";
import { findNginx, NGINX_MISSING, startNginx, type Nginx } from "../support/nginx";
import { spread } from "../support/percentiles";
import { runOf } from "../support/play-faults";
import { rawRun } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { GOLDEN } from "../support/transcripts";

const TOKENS = times(50, 1000);
const [ROLE = "", TOKEN = "", ...REST] = GOLDEN.CHAT?.blocks ?? [];
const TOKEN_TEXT = "Hello";
const DELAY_MS = 15;
/** Requirements R38, measured in full; else the provider waits for the client, and a buffer anywhere holds up both for ever. */
const MOST_MS = 100;

let fake: FakeUpstream;
let server: TestServer;
let nginx: Nginx | undefined;
beforeAll(async () => {
  fake = await startFakeUpstream();
  server = await startServer({ environment: serversAt(fake.baseUrl) });
  if (findNginx()) nginx = await startNginx(server.port);
});
afterAll(async () => {
  await nginx?.stop();
  await server.stop();
  await fake.close();
});

/** The time from each token's sending at the provider to its arrival at the client. */
async function delays(origin: string, headers: Record<string, string>): Promise<number[]> {
  const took: number[] = [];
  let wake = () => {};
  const untilArrived = async (tokens: number) => {
    while (took.length < tokens) await new Promise<void>((resolve) => (wake = resolve));
  };
  fake.reset();
  fake.plan({
    transcript: [ROLE, ...Array<string>(TOKENS).fill(TOKEN), ...REST.slice(3)],
    // In lock-step each token goes when the client has the one before it.
    ...(IS_FULL
      ? { delayMs: DELAY_MS }
      : { before: (block: number) => untilArrived(Math.min(block - 1, TOKENS)) }),
  });
  const response = await rawRun({ ...server, origin }, runOf("p0/any"), headers).response;
  const isZipped = response.headers["content-encoding"] === "gzip";
  if (isZipped) expect(headers).toHaveProperty("accept-encoding");
  const decoder = createEventDecoder();
  for await (const chunk of (isZipped ? response.pipe(createGunzip()) : response) as AsyncIterable<Buffer>) {
    const at = performance.now();
    for (const data of decoder.push(chunk)) {
      const event = readRunEvent(data);
      // Tokens of one read come as one text.
      const tokens = event?.type === "text" ? event.text.length / TOKEN_TEXT.length : 0;
      for (let n = 0; n < tokens; n += 1)
        took.push(at - (fake.seen[0]?.sentAt[took.length + 1] ?? Number.NaN));
    }
    wake();
  }
  return took;
}

const WAYS: { way: string; isProxied: boolean; headers: Record<string, string> }[] = [
  { way: "directly", isProxied: false, headers: {} },
  { way: "through nginx", isProxied: true, headers: {} },
  { way: "through nginx with gzip", isProxied: true, headers: { "accept-encoding": "gzip" } },
];

for (const { way, isProxied, headers } of WAYS)
  test.skipIf(isProxied && !findNginx())(
    `nothing holds a token back ${way}${isProxied ? NGINX_MISSING : ""}`,
    async () => {
      const took = await delays(isProxied ? (nginx as Nginx).origin : server.origin, headers);
      console.log(`from the provider's token to the client ${way}: ${spread(took, TOKENS)}`);
      expect(took).toHaveLength(TOKENS);
      if (IS_FULL) expect(percentile(took, 0.95)).toBeLessThan(MOST_MS);
    },
  );
