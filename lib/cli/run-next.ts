import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { NEXT, nextEnvironment, ROOT, SERVER } from "./project";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

type Child = ChildProcessByStdio<null, Readable, Readable>;
type Settings = Record<string, string | undefined>;

/** Runs `next build` into `folder`. A signal that would end us ends it instead, and we end after it. */
export function runBuild(folder: string): Child {
  return run([NEXT, "build"], folder);
}

/** Serves the build in `folder`, with further settings if there are any. Signals as with a build. */
export function runServer(args: readonly string[], folder: string, settings: Settings = {}): Child {
  return run([SERVER, ...args], folder, settings);
}

function run(command: readonly string[], folder: string, settings: Settings = {}): Child {
  const child = spawn(process.execPath, command, {
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
