/** `npm start`: builds what is missing and serves the playground. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { buildIfNeeded } from "./build";
import { choosePort, obstacle } from "./choose-port";
import { loadEnvFiles } from "./env-files";
import { lanNews, readLan, type Lan } from "./lan";
import { runServer } from "./run-next";
import { readStartArguments } from "./start-arguments";
import { whenNpmEnds } from "./when-npm-ends";

/** Tests serve a build of their own. */
const BUILD_FOLDER = process.env.FADER_BUILD_FOLDER || ".next";
/** Longer than the idle time of common proxies, so that they, not we, close a kept connection. */
const KEEP_ALIVE_MS = 65_000;

/** What the server itself has to say as it starts, as against what Next tells. */
const TO_OPERATOR = "fader: ";

const ASK_AGAIN_MS = 50;

const say = (text: string) => process.stdout.write(`${text}\n`);

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Serves until the server ends. What the server says before it is ready is kept for a failure; afterwards only faults are heard. */
async function serve(
  host: string,
  port: number,
  lan: Lan | undefined,
): Promise<{ failure?: string; code: number }> {
  const server = runServer(
    ["-H", host, "-p", String(port), "--keepAliveTimeout", String(KEEP_ALIVE_MS)],
    BUILD_FOLDER,
    lan?.settingsAt(port),
  );
  const gone = new AbortController();
  server.once("exit", () => gone.abort());
  let isReady = false;
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => {
    if (isReady) return;
    said += chunk.toString();
    isReady = said.includes("Ready in");
    if (!isReady) return;
    const here = lan ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
    const address = `http://${here}:${port}`;
    void firstAnswer(address, gone.signal).then((came) => {
      if (!came) return;
      say(`Fader is ready: ${address}`);
      if (lan) say(lanNews(lan.originsAt(port), process.env, mayUseColour()));
    });
  });
  server.stderr.on("data", (chunk: Buffer) => {
    if (isReady || chunk.toString().startsWith(TO_OPERATOR)) process.stderr.write(chunk);
    else said += chunk.toString();
  });
  const [code, signal] = (await once(server, "close")) as [number | null, NodeJS.Signals | null];
  return { code: code ?? (signal ? 0 : 1), ...(isReady ? {} : { failure: said }) };
}

/** Whoever is told that it is ready should be answered. False when it ended. */
async function firstAnswer(address: string, gone: AbortSignal): Promise<boolean> {
  const url = address.replace(/\/\/(?:0\.0\.0\.0|\[::\])/, "//127.0.0.1");
  while (!gone.aborted) {
    const answer = await fetch(`${url}/api/health`, { signal: gone }).catch(() => undefined);
    if (answer) {
      await makeFirstPage(url, gone);
      return true;
    }
    await sleep(ASK_AGAIN_MS);
  }
  return false;
}

/** Asks for the desk once: the first page of a process takes some five times as long as the next, and nobody waits for it yet. */
async function makeFirstPage(url: string, gone: AbortSignal): Promise<void> {
  await fetch(url, { signal: gone }).then(
    (page) => page.arrayBuffer(),
    () => {
      // Whoever opens it will see why.
    },
  );
}

function lanOrFail(): Lan {
  try {
    return readLan(process.env);
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** Into a pipe `isTTY` is not there at all. */
function mayUseColour(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Fader needs Node 20.19 or newer; this is ${process.versions.node}.`);

const asked = readStartArguments(process.argv.slice(2));
if ("problem" in asked) fail(asked.problem);
if ("help" in asked) {
  say(asked.help);
  process.exit(0);
}

loadEnvFiles();
const lan = asked.lan ? lanOrFail() : undefined;
whenNpmEnds(() => process.kill(process.pid, "SIGTERM"));
const built = await buildIfNeeded(BUILD_FOLDER, say);
if (built !== 0) process.exit(built);

const host = lan?.host ?? (process.env.FADER_HOST || "127.0.0.1");
for (;;) {
  const port = await choosePort(host, process.env.PORT, say).catch((error: Error) => fail(error.message));
  const { failure, code } = await serve(host, port, lan);
  // Between the choice of a port and its use another program may have taken it.
  const wasOvertaken = failure !== undefined && !process.env.PORT && (await obstacle(host, port));
  if (wasOvertaken) continue;
  if (failure) process.stderr.write(failure);
  process.exit(code);
}
