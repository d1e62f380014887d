import "server-only";
import type { Kysely } from "kysely";
import { AppError } from "@/lib/errors";
import { LINK_LIMITS } from "@/lib/links/link-limits";
import { LINK_DAYS, type CreatedLink, type NewLink } from "@/lib/links/short-link";
import { withDatabase } from "../db/database";
import type { Tables } from "../db/tables";
import { eraseExpired } from "./erase-expired";
import { limitLinks } from "./limit-links";
import { MOST_STORED } from "./link-caps";
import { hashOf, newSecret } from "./link-secrets";
import { linkUrl } from "./link-url";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Stores an experiment under a new short link. What is told is on disk. */
export async function createLink(
  { experiment, expiresInDays = LINK_DAYS.usual }: NewLink,
  headers: Headers,
  now = Date.now(),
): Promise<CreatedLink> {
  limitLinks(headers);
  const document = JSON.stringify(experiment);
  const bytes = Buffer.byteLength(document);
  checkSize(bytes);
  const [id, deleteKey, expiresAt] = [newSecret(), newSecret(), now + expiresInDays * DAY_MS];
  await withDatabase(async (db) => {
    await eraseExpired(db, now);
    await checkRoom(db, bytes);
    await db
      .insertInto("fader_links")
      .values({
        id,
        delete_key_hash: hashOf(deleteKey),
        document,
        bytes,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute();
  });
  return { id, url: linkUrl(id, headers), deleteKey, expiresAt: new Date(expiresAt).toISOString() };
}

function checkSize(bytes: number): void {
  const [size, limit] = [bytes, LINK_LIMITS.documentBytes].map((each) => Math.ceil(each / 1024));
  if (bytes > LINK_LIMITS.documentBytes)
    throw new AppError("link_too_large", { values: { size: size ?? 0, limit: limit ?? 0 } });
}

async function checkRoom(db: Kysely<Tables>, bytes: number): Promise<void> {
  const stored = await db
    .selectFrom("fader_links")
    .select(({ fn }) => [fn.countAll<number>().as("links"), fn.sum<number | null>("bytes").as("bytes")])
    .executeTakeFirstOrThrow();
  if (stored.links >= MOST_STORED.links || (stored.bytes ?? 0) + bytes > MOST_STORED.bytes)
    throw new AppError("links_full");
}
