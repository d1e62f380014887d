import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { NEXT, nextEnvironment, ROOT } from "./project";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs one of Next's commands over `folder`. A signal that would end us ends it instead, and we end after it. */
export function runNext(
  args: readonly string[],
  folder: string,
): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, [NEXT, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: nextEnvironment(folder),
  });
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  child.once("exit", () => {
    for (const signal of SIGNALS) process.off(signal, passOn);
  });
  return child;
}
