import "server-only";
import type { Kysely } from "kysely";
import type { Tables } from "../db/tables";

/** For how long after its end a link is still said to have expired, in place of never having been. */
const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000;

/** Deletes what expired links held, and forgets those that expired long ago. */
export async function eraseExpired(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom("fader_links")
    .where("expires_at", "<=", now - REMEMBERED_MS)
    .execute();
  await db
    .updateTable("fader_links")
    .set({ document: null, bytes: 0 })
    .where("expires_at", "<=", now)
    .where("bytes", ">", 0)
    .execute();
}
