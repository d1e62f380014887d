import "server-only";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { logFault } from "../log-fault";
import type { Engine } from "./engine";
import type { Tables } from "./tables";

const CONNECTIONS = 10;
const CONNECT_MS = 5000;
const QUERY_MS = 10_000;
/** "fader" as a number: what processes that migrate one database meet at. */
const LOCK = 0x6661646572;

/** Numbers of 64 bits as numbers: ours are times and counts, far below where a double would round. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

/** A pool of connections to the server at `url`; none is made before the first query. */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "fader",
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    statement_timeout: QUERY_MS,
    keepAlive: true,
    types,
  });
  let isClosing = false;
  // A connection that breaks while nobody uses it; without a listener it would end the process.
  pool.on("error", (fault) => isClosing || logFault("storage", fault));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    alone: (act) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
        await act(transaction);
      }),
    close: () => {
      isClosing = true;
      return db.destroy();
    },
  };
}
