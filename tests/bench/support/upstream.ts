/**
 * A provider for the bench, as a process of its own: `{port}` goes to the parent once it listens. How it answers stands in
 * the model's name: `first<ms>-tokens<count>-every<ms>`.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { MARK } from "./mark";

type Pace = { firstMs: number; tokens: number; everyMs: number };

function readPace(model: string): Pace {
  const [, first, tokens, every] = /^first(\d+)-tokens(\d+)-every(\d+)$/.exec(model) ?? [];
  return { firstMs: Number(first), tokens: Number(tokens), everyMs: Number(every) };
}

/** One chunk with the fields that OpenAI's have. */
function chunk(model: string, delta: object, finish: string | null, rest: object = {}): string {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason: finish }];
  return `data: ${JSON.stringify({
    id: "chatcmpl-Bench0123456789",
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model,
    service_tier: "default",
    system_fingerprint: "fp_bench",
    choices,
    usage: null,
    ...rest,
  })}\n\n`;
}

/** Writes at each tick what is due by the clock, so a late tick makes no answer longer. */
function stream(response: ServerResponse, model: string): void {
  const { firstMs, tokens, everyMs } = readPace(model);
  const startedAt = performance.now();
  const token = chunk(model, { content: ` wo${MARK}d` }, null);
  let sent = 0;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write(chunk(model, { role: "assistant", content: "", refusal: null }, null));
  const tick = () => {
    const due = Math.min(tokens, Math.floor((performance.now() - startedAt - firstMs) / everyMs) + 1);
    for (; sent < due; sent += 1) response.write(token);
    if (sent < tokens) return;
    clearInterval(ticking);
    const usage = { prompt_tokens: 9, completion_tokens: tokens, total_tokens: 9 + tokens };
    response.write(chunk(model, {}, "stop"));
    response.write(chunk(model, {}, null, { choices: [], usage }));
    response.end("data: [DONE]\n\n");
  };
  let ticking: ReturnType<typeof setInterval>;
  const first = setTimeout(() => {
    ticking = setInterval(tick, everyMs);
    tick();
  }, firstMs);
  response.on("close", () => {
    clearTimeout(first);
    clearInterval(ticking);
  });
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    response.socket?.setNoDelay(true);
    stream(response, (JSON.parse(Buffer.concat(parts).toString()) as { model: string }).model);
  });
});
server.keepAliveTimeout = 65_000;
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit(0));
