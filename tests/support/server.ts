import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { ROOT, SERVER } from "@/lib/cli/project";
import { CLEAN_ENVIRONMENT } from "./clean-environment";

const BUILD_FOLDER = process.env.FADER_BUILD_FOLDER ?? ".next-test";

/** A built server of its own, on a port of its own. */
export type TestServer = {
  origin: string;
  port: number;
  pid: number;
  /** Everything it has written so far. */
  output: () => string;
  isAlive: () => boolean;
  /** Asks it to end, as an operator does; gives the milliseconds that took. Killed when it takes longer than `patienceMs`. */
  stop: (patienceMs?: number) => Promise<number>;
  /** Ends it without a word, as a power cut does. */
  kill: () => Promise<void>;
};

/** Starts the server that `npm start` starts and waits until it is ready; on a free port, or on one that a server of yours had. */
export async function startServer({
  port = 0,
  environment = {} as Record<string, string>,
} = {}): Promise<TestServer> {
  if (!existsSync(`${ROOT}${BUILD_FOLDER}/BUILD_ID`))
    throw new Error(`Build first: FADER_BUILD_FOLDER=${BUILD_FOLDER} npx next build`);
  // The kernel gives the port to this very server; one that was only looked for could be given to another meanwhile.
  const child = spawn(process.execPath, [SERVER, "-H", "127.0.0.1", "-p", String(port)], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...CLEAN_ENVIRONMENT,
      NODE_ENV: "production",
      FADER_BUILD_FOLDER: BUILD_FOLDER,
      NEXT_TELEMETRY_DISABLED: "1",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  let isStopping = false;
  child.once("exit", (code, signal) => {
    if (!isStopping) process.stderr.write(`The server ended by itself (${signal ?? code}):\n${output}\n`);
  });
  const origin = await waitUntilReady(child, () => output);
  return {
    origin,
    port: Number(new URL(origin).port),
    pid: child.pid ?? 0,
    output: () => output,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: (patienceMs = 10_000) => {
      isStopping = true;
      return end(child, patienceMs);
    },
    async kill() {
      isStopping = true;
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** The address that the server says it listens on, once it answers there. */
async function waitUntilReady(child: ChildProcess, output: () => string): Promise<string> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(output()) ?? [];
    const health = origin && (await fetch(`${origin}/api/health`).catch(() => undefined));
    if (origin && health && health.ok) return origin;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The server did not become ready:\n${output()}`);
}

async function end(child: ChildProcess, patienceMs: number): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return 0;
  const startedAt = performance.now();
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await exited;
  clearTimeout(late);
  return performance.now() - startedAt;
}
