import { readFileSync } from "node:fs";
import { createSproutOdds, type SproutOdds } from "@/lib/odds/sprout-odds";
import type { TokenizerFile } from "@/lib/tiny-model/tokenizer";

let made: SproutOdds | undefined;

/** Sprout's odds from the files that ship, made once. */
export function sproutOdds(): SproutOdds {
  made ??= createSproutOdds(
    JSON.parse(readFileSync("public/sprout/tokenizer.json", "utf8")) as TokenizerFile,
    readFileSync("public/sprout/weights.bin"),
  );
  return made;
}

/** The first prompt of the desk, as Sprout is asked it. */
export const CAT = { messages: [{ role: "user" as const, content: "Finish: The cat sat on the" }] };
