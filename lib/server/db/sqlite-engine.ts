import "server-only";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql, SqliteDialect } from "kysely";
import Database from "libsql";
import type { Engine } from "./engine";
import type { Tables } from "./tables";

/** SQLite waits inside a call, and with it the whole process, all streams of it: briefly. `withDatabase` tries again. */
const BUSY_MS = 100;

/** Opens, or makes, the file in `folder`. An acknowledged write survives a power cut: `synchronous` is FULL. */
export function openSqlite(folder: string): Engine {
  // For this user alone: it holds what visitors wrote.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new Database(join(folder, "fader.db"), { timeout: BUSY_MS });
  try {
    // Readers and a writer do not wait for one another; what is deleted is overwritten with zeros.
    for (const setting of ["journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"])
      database.pragma(setting);
  } catch (fault) {
    database.close();
    throw fault;
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return {
    db,
    alone: (act) =>
      db.connection().execute(async (connection) => {
        // A plain BEGIN takes no lock before its first write, and then fails where another process came in between.
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
      // libsql frees its statements when garbage is collected, so closing alone leaves the log beside the file.
      database.pragma("wal_checkpoint(TRUNCATE)");
      await db.destroy();
    },
  };
}
