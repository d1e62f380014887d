/** `npm start`: builds what is missing and serves the playground. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { buildIfNeeded } from "./build";
import { NEXT, nextEnvironment, ROOT } from "./project";

const BUILD_FOLDER = ".next";
const DEFAULT_PORT = 3000;
/** How many further ports are tried when the usual one is taken. */
const PORTS_TRIED = 20;
/** Longer than the idle time of common proxies, so that they, not we, close a kept connection. */
const KEEP_ALIVE_MS = 65_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The port asked for, or the first free one from 3000 on. */
async function choosePort(host: string): Promise<number> {
  const asked = process.env.PORT;
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      fail(`PORT is "${asked}"; it must be a whole number from 1 to 65535.`);
    if (!(await isFree(port, host)))
      fail(`Port ${port} is taken. Stop what runs there, or set PORT to another.`);
    return port;
  }
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + PORTS_TRIED; port += 1) {
    if (await isFree(port, host)) {
      if (port !== DEFAULT_PORT) say(`Port ${DEFAULT_PORT} is taken; using ${port}.`);
      return port;
    }
  }
  fail(`No port from ${DEFAULT_PORT} to ${DEFAULT_PORT + PORTS_TRIED - 1} is free. Set PORT to one that is.`);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Fader needs Node 20.19 or newer; this is ${process.versions.node}.`);

const code = buildIfNeeded(BUILD_FOLDER, say);
if (code !== 0) process.exit(code);

const host = process.env.FADER_HOST || "127.0.0.1";
const port = await choosePort(host);
const server = spawn(
  process.execPath,
  [NEXT, "start", "-H", host, "-p", String(port), "--keepAliveTimeout", String(KEEP_ALIVE_MS)],
  {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...nextEnvironment(BUILD_FOLDER), PORT: String(port) },
  },
);
server.stdout.on("data", (chunk: Buffer) => {
  if (chunk.toString().includes("Ready in"))
    say(`Fader is ready: http://${host.includes(":") ? `[${host}]` : host}:${port}`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
if (process.env.npm_lifecycle_event) {
  // npm does not always pass a signal on: when it is gone, this command was meant to end with it.
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && server.kill("SIGTERM"), 500).unref();
}
server.on("exit", (exitCode, signal) => process.exit(exitCode ?? (signal ? 0 : 1)));
