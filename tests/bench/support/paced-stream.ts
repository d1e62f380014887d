import type { ServerResponse } from "node:http";
import { MARK } from "./mark";

type Pace = { firstMs: number; tokens: number; everyMs: number };

function readPace(model: string): Pace {
  const [, first, tokens, every] = /^first(\d+)-tokens(\d+)-every(\d+)$/.exec(model) ?? [];
  return { firstMs: Number(first), tokens: Number(tokens), everyMs: Number(every) };
}

/** One chunk with the fields that OpenAI's have. */
function chunk(
  model: string,
  delta: object,
  finish: string | null,
  index: number,
  rest: object = {},
): string {
  const choices = [{ index, delta, logprobs: null, finish_reason: finish }];
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

export type StreamOptions = {
  /** How many answers the stream carries side by side, as OpenAI's `n` does. */
  choices?: number;
  /** Called after each write of tokens. */
  onWrite?: () => void;
};

/**
 * Streams an answer at the pace that stands in the model's name. Writes at each tick what is due by the clock, so a late
 * tick makes no answer longer.
 */
export function streamAtPace(
  response: ServerResponse,
  model: string,
  { choices = 1, onWrite = () => {} }: StreamOptions = {},
): void {
  const { firstMs, tokens, everyMs } = readPace(model);
  const startedAt = performance.now();
  const token = Array.from({ length: choices }, (_, index) =>
    chunk(model, { content: ` wo${MARK}d` }, null, index),
  ).join("");
  let sent = 0;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write(chunk(model, { role: "assistant", content: "", refusal: null }, null, 0));
  const tick = () => {
    const due = Math.min(tokens, Math.floor((performance.now() - startedAt - firstMs) / everyMs) + 1);
    if (sent < due) {
      for (; sent < due; sent += 1) response.write(token);
      onWrite();
    }
    if (sent < tokens) return;
    clearInterval(ticking);
    const usage = { prompt_tokens: 9, completion_tokens: tokens, total_tokens: 9 + tokens };
    response.write(chunk(model, {}, "stop", 0));
    response.write(chunk(model, {}, null, 0, { choices: [], usage }));
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
