import "server-only";
import { existsSync } from "node:fs";
import { join } from "node:path";

const NAMES = ["weights.bin", "tokenizer.json"] as const;

/**
 * Where one of Sprout's files lies: `next start` runs in the project's folder, and `public` is not copied into the
 * build. The folder is spelt out, so that the bundler sees that no other file is meant.
 */
export function sproutFile(name: (typeof NAMES)[number]): string {
  return join(process.cwd(), "public", "sprout", name);
}

/** Which of them are not there, as paths for people. */
export function missingSproutFiles(): string[] {
  return NAMES.filter((name) => !existsSync(sproutFile(name))).map((name) => `public/sprout/${name}`);
}
