import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own that can be full: a small file system in memory. */
export type SmallDisk = {
  folder: string;
  /** Writes a file until there is room for nothing more. */
  fill: () => void;
  /** Takes that file away. */
  clear: () => void;
  remove: () => void;
};

export function makeSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "fader-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  // Another user's PostgreSQL must reach what it has there.
  chmodSync(folder, 0o755);
  const filler = join(folder, "filler");
  return {
    folder,
    fill: () => writeUntilFull(filler),
    clear: () => rmSync(filler, { force: true }),
    remove: () => {
      execFileSync("umount", ["-l", folder]);
      rmdirSync(folder);
    },
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, "a");
  try {
    for (let size = 1 << 20; size >= 1; size >>= 1) {
      const block = Buffer.alloc(size);
      while (writes(file, block)) {}
    }
  } finally {
    closeSync(file);
  }
}

function writes(file: number, block: Buffer): boolean {
  try {
    return writeSync(file, block) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return false;
    throw error;
  }
}

function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    makeSmallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}

/** Why tests with a small disk are skipped, for their titles; empty when they run. */
export const SMALL_DISK_MISSING = canMount() ? "" : " (skipped: mounting one takes root on Linux)";
