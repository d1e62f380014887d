import "server-only";
import type { Kysely } from "kysely";
import { AppError } from "@/lib/errors";
import type { Engine } from "./engine";
import { MIGRATIONS, type Migration } from "./migrations";

type Versions = { fader_schema: { version: number; name: string; applied_at: number } };

/**
 * Brings the schema up to date, forward only, all missing steps or none. Kysely's own migrator does not lock SQLite; here
 * whoever comes second waits, and finds nothing left to do. A schema that a newer Fader has written is refused untouched.
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[] = MIGRATIONS,
  now = Date.now(),
): Promise<void> {
  await engine.alone(async (tables) => {
    const db = tables as unknown as Kysely<Versions>;
    await db.schema
      .createTable("fader_schema")
      .ifNotExists()
      .addColumn("version", "integer", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("applied_at", "bigint", (column) => column.notNull())
      .execute();
    const { newest } = await db
      .selectFrom("fader_schema")
      .select((select) => select.fn.max("version").as("newest"))
      .executeTakeFirstOrThrow();
    const version = newest ?? 0;
    if (version > migrations.length) throw new AppError("storage_newer");
    for (const [index, { name, up }] of migrations.entries()) {
      if (index < version) continue;
      await up(db as unknown as Kysely<unknown>);
      await db
        .insertInto("fader_schema")
        .values({ version: index + 1, name, applied_at: now })
        .execute();
    }
  });
}
