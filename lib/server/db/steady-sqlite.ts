import "server-only";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import type Database from "libsql";

const CONTROLS = /^\s*(begin|commit|rollback)\b/i;
const READS = /^\s*select\b/i;
/** Takes the lock at once: a plain BEGIN takes none, and the statement behind it would have to. */
const READ_LOCK = "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1";
const WRITE_LOCK = "BEGIN IMMEDIATE";

/**
 * libsql's database as Kysely drives it, steady when another process is writing. In libsql a prepared statement that met a
 * lock (SQLITE_BUSY) stays begun until its object is collected as garbage, and while it does, SQLite commits nothing of
 * what the connection writes, without an error. So no prepared statement here ever meets a lock: whatever takes one goes
 * through `exec`, which tidies up, and every statement outside a transaction gets one of its own.
 */
export function steadySqlite(database: Database.Database): SqliteDatabase {
  function locked<T>(lock: string, act: () => T): T {
    if (database.inTransaction) return act();
    try {
      database.exec(lock);
      const result = act();
      database.exec("COMMIT");
      return result;
    } catch (fault) {
      // Some failures have ended the transaction already.
      if (database.inTransaction) database.exec("ROLLBACK");
      throw fault;
    }
  }

  function control(sql: string): SqliteStatement {
    const run = () => {
      database.exec(sql);
      return { changes: 0, lastInsertRowid: 0 };
    };
    return { reader: false, run, all: () => [], iterate: () => [][Symbol.iterator]() };
  }

  return {
    close: () => database.close(),
    prepare(sql) {
      if (CONTROLS.test(sql)) return control(sql);
      const statement = database.prepare(sql);
      const lock = READS.test(sql) ? READ_LOCK : WRITE_LOCK;
      const all = (values: readonly unknown[]) => locked(lock, () => statement.all(values) as unknown[]);
      return {
        reader: statement.reader,
        all,
        run: (values) => locked(lock, () => statement.run(values)),
        iterate: (values) => all(values)[Symbol.iterator](),
      };
    },
  };
}
