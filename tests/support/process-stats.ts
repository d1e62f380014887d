import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The memory that a process holds (resident set size), in bytes. */
export function memoryOf(pid: number): number {
  const status = `/proc/${pid}/status`;
  const [, kilobytes] = existsSync(status)
    ? (/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, "utf8")) ?? [])
    : [undefined, execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })];
  return Number(kilobytes) * 1024;
}

/** How many sockets a process holds; undefined where the system does not tell. */
export function socketsOf(pid: number): number | undefined {
  const folder = `/proc/${pid}/fd`;
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder).filter((name) => isSocket(`${folder}/${name}`)).length;
}

function isSocket(path: string): boolean {
  try {
    return readlinkSync(path).startsWith("socket:");
  } catch {
    // Closed while we looked.
    return false;
  }
}

/** The slope of the line that fits the points best (least squares). */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([each]) => each), mean(([, each]) => each)];
  return mean((point) => (point[0] - x) * (point[1] - y)) / mean((point) => (point[0] - x) ** 2);
}
