import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { takeLock } from "./build-lock";
import { precompress } from "./precompress";
import { ROOT } from "./project";
import { runBuild } from "./run-next";

/** What a build is made of. `public` is served as it stands and needs none. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "tsconfig.build.json",
  "tsconfig.test-build.json",
  "package-lock.json",
];
const NOT_BUILT = join("lib", "cli");
/** The file inside a build that says of which sources it was made. */
const STAMP = "fader-stamp";

function filesOf(path: string): string[] {
  if (path === NOT_BUILT || !existsSync(join(ROOT, path))) return [];
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .toSorted()
    .flatMap((name) => filesOf(join(path, name)));
}

/** A stamp of the sources: the same bytes give the same stamp, whatever their dates. */
export function stampOfSources(): string {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(filesOf))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  return hash.digest("hex");
}

/** Whether `folder` holds a build of the sources as they are. */
export function isBuilt(folder: string): boolean {
  const stamp = join(ROOT, folder, STAMP);
  return (
    existsSync(join(ROOT, folder, "BUILD_ID")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === stampOfSources()
  );
}

/**
 * Builds into `folder` unless it is built already; waits for a build that another process has begun. Returns 0, or the
 * exit code of a build that failed after saying what it said.
 */
export async function buildIfNeeded(folder: string, say: (text: string) => void): Promise<number> {
  if (isBuilt(folder)) return 0;
  const release = await takeLock(join(ROOT, `${folder}.lock`), () =>
    say(`Another build into ${folder} is under way; waiting for it ...`),
  );
  try {
    if (isBuilt(folder)) return 0;
    say("Building, this takes about a minute ...");
    return await build(folder);
  } finally {
    release();
  }
}

async function build(folder: string): Promise<number> {
  const stamp = stampOfSources();
  // A build that fails half-way leaves a folder that is no build, whatever it held before.
  rmSync(join(ROOT, folder, STAMP), { force: true });
  const child = runBuild(folder);
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.pipe(process.stderr, { end: false });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) {
    process.stderr.write(Buffer.concat(said));
    return code ?? 1;
  }
  await precompress(join(ROOT, folder));
  writeFileSync(join(ROOT, folder, STAMP), stamp);
  return 0;
}
