import "server-only";
import { AppError } from "@/lib/errors";
import { FIRST_BYTE } from "@/lib/tiny-model/special-tokens";
import type { Tokenizer } from "@/lib/tiny-model/tokenizer";
import type { SproutJob } from "./protocol";

/** Text is counted in slices of this length where counting it whole would take too long. */
const SLICE = 64;

/**
 * Refuses a text that cannot fit, however it is cut into tokens, before it is encoded: encoding one endless word takes
 * time in the square of its length, and the thread serves everyone. The count it reports is of slices, so a little high.
 */
export function checkCanFit(job: SproutJob, tokenizer: Tokenizer, contextTokens: number): void {
  const text = [job.system, ...job.messages.map(({ content }) => content)].join("");
  if (Buffer.byteLength(text) <= contextTokens * longestToken(tokenizer)) return;
  let promptTokens = 0;
  for (let from = 0; from < text.length; from += SLICE)
    promptTokens += tokenizer.encode(text.slice(from, from + SLICE)).length;
  throw contextOverflow(promptTokens, job, contextTokens);
}

/** How many tokens the answer may have; refuses what does not fit, never cuts it in silence. */
export function roomFor(promptTokens: number, job: SproutJob, contextTokens: number): number {
  const room = contextTokens - promptTokens;
  const maxTokens = job.parameters.maxOutputTokens ?? room;
  if (maxTokens < 1 || maxTokens > room) throw contextOverflow(promptTokens, job, contextTokens);
  return maxTokens;
}

function contextOverflow(promptTokens: number, job: SproutJob, contextTokens: number): AppError {
  const maxTokens = job.parameters.maxOutputTokens ?? 1;
  return new AppError("context_overflow", { values: { promptTokens, maxTokens, contextTokens } });
}

const longest = new WeakMap<Tokenizer, number>();

function longestToken(tokenizer: Tokenizer): number {
  let bytes = longest.get(tokenizer) ?? 0;
  if (bytes === 0)
    for (let id = FIRST_BYTE; id < tokenizer.size; id += 1)
      bytes = Math.max(bytes, tokenizer.bytesOf(id).length);
  longest.set(tokenizer, bytes);
  return bytes;
}
