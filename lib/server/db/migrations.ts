import "server-only";
import type { Kysely } from "kysely";

/** One step of the schema. It never changes once it is released; what it got wrong the next one mends. */
export type Migration = { name: string; up: (db: Kysely<unknown>) => Promise<void> };

/** Every step there is, in order, in SQL that both engines speak: the schema's version is how many were taken. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: "short links",
    up: async (db) => {
      await db.schema
        .createTable("fader_links")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("delete_key_hash", "text", (column) => column.notNull())
        .addColumn("document", "text")
        .addColumn("bytes", "integer", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("expires_at", "bigint", (column) => column.notNull())
        .execute();
      // Both columns: what is stored altogether is counted from the index alone, without touching a document.
      await db.schema
        .createIndex("fader_links_expiry")
        .on("fader_links")
        .columns(["expires_at", "bytes"])
        .execute();
    },
  },
];
