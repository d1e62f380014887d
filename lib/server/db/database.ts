import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import { AppError } from "@/lib/errors";
import { en } from "@/lib/messages/en";
import { readSettings } from "../env";
import { shared } from "../shared";
import type { Engine } from "./engine";
import { migrate } from "./migrate";
import { codeOf, isBusy, storageError } from "./storage-error";
import type { Tables } from "./tables";

/** How long to wait for other processes that write, and how long between two tries. */
const PATIENCE_MS = 5000;
const PAUSE_MS = 20;

type Holder = { engine?: Promise<Engine>; isClosed: boolean };

/** The one database of this process. */
function holder(): Holder {
  return shared("database", () => ({ isClosed: false }));
}

/**
 * Runs `act` with the database, which is opened and brought up to date on first use. Whatever fails is an `AppError` of
 * storage. `act` runs again when another process was writing: each statement of it must be able to stand alone.
 */
export async function withDatabase<T>(act: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  // From when it was first in the way: on a busy machine, loading a driver alone may take longer.
  let until: number | undefined;
  for (;;) {
    try {
      return await act((await opened()).db);
    } catch (fault) {
      until ??= performance.now() + PATIENCE_MS;
      if (!isBusy(fault) || performance.now() > until) throw storageError(fault);
    }
    await sleep(PAUSE_MS * (1 + Math.random()));
  }
}

/** Ends what is open, before the process ends: from now on nothing is stored. Again, or with nothing open, does nothing. */
export async function closeDatabase(): Promise<void> {
  const held = holder();
  held.isClosed = true;
  const engine = await held.engine?.catch(() => undefined);
  delete held.engine;
  await engine?.close();
}

function opened(): Promise<Engine> {
  const held = holder();
  if (held.isClosed) throw new AppError("restarting");
  // One that could not be opened is tried again by the next request.
  return (held.engine ??= open().catch((fault: unknown) => {
    delete held.engine;
    if (!isBusy(fault)) tellOperator(fault);
    throw fault;
  }));
}

/** The drivers are loaded here, so a server that stores nothing holds neither. */
async function open(): Promise<Engine> {
  const { DATABASE_URL, FADER_DATA } = readSettings();
  const engine = DATABASE_URL
    ? (await import("./postgres-engine")).openPostgres(DATABASE_URL)
    : (await import("./sqlite-engine")).openSqlite(FADER_DATA);
  try {
    await migrate(engine);
    return engine;
  } catch (fault) {
    await engine.close();
    throw fault;
  }
}

/** Nothing of a visitor's is on its way while a database is opened, so here the engine's own words may be told. */
function tellOperator(fault: unknown): void {
  const { DATABASE_URL, FADER_DATA } = readSettings();
  const where = DATABASE_URL ? "DATABASE_URL" : FADER_DATA;
  const why = whyOf(fault);
  const text = en.settings.unopened.replace("{where}", where).replace("{why}", why);
  process.stderr.write(`fader: ${text}\n`);
}

function whyOf(fault: unknown): string {
  if (fault instanceof AppError) return en.errors[fault.code];
  return fault instanceof Error ? `${codeOf(fault)} ${fault.message}`.trim() : typeof fault;
}
