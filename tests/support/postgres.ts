import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";
import { freePort } from "@/lib/cli/choose-port";

/** Debian keeps each version's programs in a folder of its own. */
const DEBIAN = "/usr/lib/postgresql";
/** Any user but root will do; PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const OLDEST = 15;
const PASSWORD = "postgres-CANARY-password";

/** The folder with the programs of the newest PostgreSQL here, 15 or above; undefined when there is none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const folders = [
    ...versions.toSorted((a, b) => b - a).map((version) => join(DEBIAN, String(version), "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && versionIn(folder) >= OLDEST);
}

function versionIn(folder: string): number {
  const { stdout } = spawnSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  return Number(/(\d+)\./.exec(stdout ?? "")?.[1] ?? 0);
}

export type Postgres = {
  /** The address of a new, empty database in it. */
  newDatabase: () => Promise<string>;
  /** Everything it has logged. */
  log: () => string;
  /** Ends it at once, as a crash does, and starts it again with what it had. */
  restart: (pause?: () => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts a PostgreSQL server of one's own, as an unprivileged user; its data lie in a new folder within `parent`. */
export async function startPostgres(parent = tmpdir()): Promise<Postgres> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error("There is no PostgreSQL on this machine.");
  const user = process.getuid?.() === 0 ? NOBODY : undefined;
  const folder = mkdtempSync(join(parent, "fader-postgres-"));
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, PASSWORD);
  for (const path of [folder, passwordFile]) if (user) chownSync(path, user.uid, user.gid);
  const made = spawnSync(
    join(programs, "initdb"),
    [
      "-N",
      "-D",
      data,
      "-U",
      "fader",
      "-A",
      "scram-sha-256",
      "--pwfile",
      passwordFile,
      "-E",
      "UTF8",
      "--no-locale",
    ],
    { ...user, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`);
  const port = await freePort();
  const url = (database: string) => `postgres://fader:${PASSWORD}@127.0.0.1:${port}/${database}`;
  let child: ChildProcess;
  let log = "";
  const start = async () => {
    child = spawn(join(programs, "postgres"), ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", ""], {
      ...user,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
    await untilReady(url("postgres"), child, () => log);
  };
  const end = async (signal: NodeJS.Signals) => {
    const exited = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await exited;
  };
  await start();
  let databases = 0;
  return {
    log: () => log,
    async newDatabase() {
      databases += 1;
      const name = `fader_${databases}`;
      await ask(url("postgres"), `create database ${name}`);
      return url(name);
    },
    async restart(pause = async () => {}) {
      // "Immediate": connections are cut and nothing is tidied up; the next start recovers from the log.
      await end("SIGQUIT");
      await pause();
      await start();
    },
    async stop() {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function ask<Row extends object>(
  url: string,
  statement: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

async function untilReady(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    const isReady = await ask(url, "select 1").then(
      () => true,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`PostgreSQL did not become ready:\n${log()}`);
}
