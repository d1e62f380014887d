import "server-only";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Paths within the project, for people. */
const WEIGHTS = "public/sprout/weights.bin";
const TOKENIZER = "public/sprout/tokenizer.json";

/** Where Sprout's files lie. `next start` runs in the project's folder; `public` is not copied into the build. */
export function sproutFiles(): { weights: string; tokenizer: string } {
  return { weights: join(process.cwd(), WEIGHTS), tokenizer: join(process.cwd(), TOKENIZER) };
}

/** Which of them are not there. */
export function missingSproutFiles(): string[] {
  return [WEIGHTS, TOKENIZER].filter((file) => !existsSync(join(process.cwd(), file)));
}
