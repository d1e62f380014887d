import type { ServerResponse } from "node:http";
import { oddsAt, wordAt } from "../../support/odds-answer";
import { MARK } from "./mark";

/** `odds`: with logprobs, and words of several lines, or of one line without end. */
type Pace = { firstMs: number; tokens: number; everyMs: number; odds?: "lines" | "line" };

function readPace(model: string): Pace {
  const [, first, tokens, every, odds] =
    /^first(\d+)-tokens(\d+)-every(\d+)(?:-odds-(lines?))?$/.exec(model) ?? [];
  return {
    firstMs: Number(first),
    tokens: Number(tokens),
    everyMs: Number(every),
    odds: odds as Pace["odds"],
  };
}

/** One chunk with the fields that OpenAI's have. */
function chunk(
  model: string,
  delta: object,
  finish: string | null,
  index: number,
  { logprobs = null, ...rest }: { logprobs?: object | null } & Record<string, unknown> = {},
): string {
  const choices = [{ index, delta, logprobs, finish_reason: finish }];
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
  const { firstMs, tokens, everyMs, odds } = readPace(model);
  const token = Array.from({ length: choices }, (_, index) =>
    chunk(model, { content: ` wo${MARK}d` }, null, index),
  ).join("");
  const tokenAt = (at: number) => {
    if (!odds) return token;
    const word = wordAt(at, { hasLines: odds === "lines" });
    return chunk(model, { content: word }, null, 0, {
      logprobs: { content: [oddsAt(at, word)], refusal: null },
    });
  };
  let sent = 0;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write(chunk(model, { role: "assistant", content: "", refusal: null }, null, 0));
  // The pace counts from the first token's own tick: a timer may be early by a part of a millisecond, and a first token
  // that is then not yet due would wait a whole interval, by chance in one stream and not in the next.
  let firstAt: number | undefined;
  const tick = () => {
    firstAt ??= performance.now();
    const due = Math.min(tokens, Math.floor((performance.now() - firstAt) / everyMs) + 1);
    if (sent < due) {
      for (; sent < due; sent += 1) response.write(tokenAt(sent));
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
