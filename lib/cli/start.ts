/** `npm start`: builds what is missing and serves the playground. */
import { once } from "node:events";
import { buildIfNeeded } from "./build";
import { choosePort, obstacle } from "./choose-port";
import { runNext } from "./run-next";
import { whenNpmEnds } from "./when-npm-ends";

const BUILD_FOLDER = ".next";
/** Longer than the idle time of common proxies, so that they, not we, close a kept connection. */
const KEEP_ALIVE_MS = 65_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Serves until the server ends. */
async function serve(host: string, port: number): Promise<{ wasReady: boolean; code: number }> {
  const server = runNext(
    ["start", "-H", host, "-p", String(port), "--keepAliveTimeout", String(KEEP_ALIVE_MS)],
    BUILD_FOLDER,
  );
  let wasReady = false;
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => {
    if (wasReady) return process.stdout.write(chunk);
    said += chunk.toString();
    wasReady = said.includes("Ready in");
    return wasReady && say(`Fader is ready: http://${host.includes(":") ? `[${host}]` : host}:${port}`);
  });
  const [code, signal] = (await once(server, "close")) as [number | null, NodeJS.Signals | null];
  return { wasReady, code: code ?? (signal ? 0 : 1) };
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Fader needs Node 20.19 or newer; this is ${process.versions.node}.`);

whenNpmEnds(() => process.kill(process.pid, "SIGTERM"));
const built = await buildIfNeeded(BUILD_FOLDER, say);
if (built !== 0) process.exit(built);

const host = process.env.FADER_HOST || "127.0.0.1";
for (;;) {
  const port = await choosePort(host, process.env.PORT, say).catch((error: Error) => fail(error.message));
  const { wasReady, code } = await serve(host, port);
  // Between the choice of a port and its use another program may have taken it.
  const wasOvertaken = !wasReady && code !== 0 && !process.env.PORT && (await obstacle(host, port));
  if (!wasOvertaken) process.exit(code);
}
