import "server-only";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql, SqliteDialect } from "kysely";
import Database from "libsql";
import type { Engine } from "./engine";
import { steadySqlite } from "./steady-sqlite";
import type { Tables } from "./tables";

/** SQLite waits inside a call, and with it the whole process, all streams of it: briefly. `withDatabase` tries again. */
const BUSY_MS = 20;

/** Readers and a writer do not wait for one another; what is acknowledged outlives a power cut; what is deleted is zeroed. */
const SETTINGS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";

/** Opens the file in `folder`, or makes both. */
export function openSqlite(folder: string): Engine {
  // For this user alone: it holds what visitors wrote.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new Database(join(folder, "fader.db"), { timeout: BUSY_MS });
  try {
    database.exec(SETTINGS);
  } catch (fault) {
    database.close();
    throw fault;
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: steadySqlite(database) }) });
  return {
    db,
    alone: (act) =>
      db.connection().execute(async (connection) => {
        await sql`BEGIN IMMEDIATE`.execute(connection);
        try {
          await act(connection);
          await sql`COMMIT`.execute(connection);
        } catch (fault) {
          // Some failures have ended the transaction already.
          await sql`ROLLBACK`.execute(connection).catch(() => {});
          throw fault;
        }
      }),
    close: async () => {
      try {
        // libsql lets go of the file when its statements are collected as garbage; by then the log is empty.
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      } catch {
        // The disk is full, say. What is in the log is safe there, and the next to open it reads it.
      } finally {
        await db.destroy();
      }
    },
  };
}
