import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NEXT, nextEnvironment, ROOT } from "./project";

/** What a build is made of. `public` is served as it stands and needs none. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const NOT_BUILT = join("lib", "cli");
/** A lock this old (milliseconds) was left by a build that died. */
const STALE_LOCK_MS = 10 * 60_000;

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
  const stamp = join(ROOT, folder, "fader-stamp");
  return (
    existsSync(join(ROOT, folder, "BUILD_ID")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === stampOfSources()
  );
}

/** Builds into `folder` unless it is built already. Returns Next's exit code, 0 when there was nothing to do. */
export function buildIfNeeded(folder: string, say: (text: string) => void): number {
  if (isBuilt(folder)) return 0;
  const lock = join(ROOT, `${folder}.lock`);
  if (!takeLock(lock)) {
    say(
      `Another build into ${folder} is under way. Wait until it is done, or delete ${folder}.lock if none is.`,
    );
    return 1;
  }
  try {
    say("Building, this takes about a minute ...");
    const stamp = stampOfSources();
    const { status } = spawnSync(process.execPath, [NEXT, "build"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
      env: nextEnvironment(folder),
    });
    if (status === 0) writeFileSync(join(ROOT, folder, "fader-stamp"), stamp);
    return status ?? 1;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Two builds into one folder at once would spoil each other. Making a folder either succeeds or not: a lock. */
function takeLock(lock: string): boolean {
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE_LOCK_MS)
    rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
