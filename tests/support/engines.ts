import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { ask, findPostgres, startPostgres, type Postgres } from "./postgres";

/** A place to store things in: the settings that name it, and a way to look inside without Fader. */
export type Store = {
  environment: { FADER_DATA: string; DATABASE_URL: string };
  /** Runs one statement; `?` stands for a value. */
  query: <Row extends object>(statement: string, values?: unknown[]) => Promise<Row[]>;
};

export type EngineName = "SQLite" | "PostgreSQL";

/** One of the two engines under test: every suite of the storage runs on both. */
export type TestEngine = {
  name: EngineName;
  /** Whether its tests can run here; the title says so where they cannot. */
  isMissing: boolean;
  title: string;
  /** Before the first store, and after the last. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** A new and empty store. */
  newStore: () => Promise<Store>;
  /** The server behind PostgreSQL's stores. */
  server: () => Postgres | undefined;
};

function sqlite(): TestEngine {
  const folders: string[] = [];
  return {
    name: "SQLite",
    isMissing: false,
    title: "SQLite",
    start: async () => {},
    stop: async () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })),
    newStore: async () => {
      const folder = mkdtempSync(join(tmpdir(), "fader-data-"));
      folders.push(folder);
      return sqliteStore(folder);
    },
    server: () => undefined,
  };
}

/** The store in a folder of your own. */
export function sqliteStore(folder: string): Store {
  return {
    environment: { FADER_DATA: folder, DATABASE_URL: "" },
    query: async <Row extends object>(statement: string, values: unknown[] = []) => {
      const database = new Database(join(folder, "fader.db"), { timeout: 5000 });
      try {
        const prepared = database.prepare(statement);
        if (prepared.reader) return prepared.all(values) as Row[];
        prepared.run(values);
        return [];
      } finally {
        database.close();
      }
    },
  };
}

function postgres(): TestEngine {
  let server: Postgres | undefined;
  const isMissing = findPostgres() === undefined;
  return {
    name: "PostgreSQL",
    isMissing,
    title: isMissing ? "PostgreSQL (skipped: none on this machine)" : "PostgreSQL",
    start: async () => {
      server = await startPostgres();
    },
    stop: async () => server?.stop(),
    newStore: async () => {
      const url = (await server?.newDatabase()) ?? "";
      return {
        environment: { FADER_DATA: join(tmpdir(), "fader-data-never-made"), DATABASE_URL: url },
        query: (statement, values) => {
          let place = 0;
          const numbered = values ? statement.replace(/\?/g, () => `$${(place += 1)}`) : statement;
          return ask(url, numbered, values);
        },
      };
    },
    server: () => server,
  };
}

export const POSTGRESQL: TestEngine = postgres();

/** Both engines; each file of tests starts its own. */
export const ENGINES: TestEngine[] = [sqlite(), POSTGRESQL];
