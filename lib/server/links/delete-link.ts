import "server-only";
import { AppError } from "@/lib/errors";
import { DELETE_KEY_HEADER, LINK_ID_PATTERN } from "@/lib/links/short-link";
import { withDatabase } from "../db/database";
import { isKeyOf } from "./link-secrets";

/** Deletes a short link for whoever has its delete key. One that is not there is deleted already. */
export async function deleteLink(id: string, headers: Headers): Promise<void> {
  if (!LINK_ID_PATTERN.test(id)) return;
  const key = headers.get(DELETE_KEY_HEADER) ?? "";
  await withDatabase(async (db) => {
    const link = await db
      .selectFrom("fader_links")
      .select("delete_key_hash")
      .where("id", "=", id)
      .executeTakeFirst();
    if (!link) return;
    if (!isKeyOf(link.delete_key_hash, key)) throw new AppError("wrong_delete_key");
    await db.deleteFrom("fader_links").where("id", "=", id).execute();
  });
}
