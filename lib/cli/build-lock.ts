import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A lock older than this (milliseconds) is nobody's: its process id may belong to another program by now. */
const STALE_MS = 10 * 60_000;
const ASK_AGAIN_MS = 300;

/**
 * Waits until nobody else holds the lock file, takes it and returns how to give it back. Two builds into one folder at
 * once would spoil each other. A lock whose process has died is taken over.
 */
export async function takeLock(path: string, whenWaiting: () => void): Promise<() => void> {
  for (let tries = 0; !create(path); tries += 1) {
    if (isAbandoned(path)) {
      rmSync(path, { recursive: true, force: true });
      continue;
    }
    if (tries === 0) whenWaiting();
    await sleep(ASK_AGAIN_MS);
  }
  return () => rmSync(path, { force: true });
}

/** Creating a file that must not exist either succeeds or not, whoever else tries at the same moment. */
function create(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned(path: string): boolean {
  try {
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) return true;
    const holder = Number(readFileSync(path, "utf8"));
    // A file that is still empty was created this very moment.
    return holder > 0 && !isAlive(holder);
  } catch {
    // Given back between one look and the next.
    return false;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
