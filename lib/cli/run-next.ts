import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { NEXT, nextEnvironment, ROOT } from "./project";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs one of Next's commands over `folder`, with further settings if there are any. A signal that would end us ends it instead, and we end after it. */
export function runNext(
  args: readonly string[],
  folder: string,
  settings: Record<string, string | undefined> = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, [NEXT, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...nextEnvironment(folder), ...settings },
  });
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  child.once("exit", () => {
    for (const signal of SIGNALS) process.off(signal, passOn);
  });
  return child;
}
