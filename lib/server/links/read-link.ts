import "server-only";
import { AppError } from "@/lib/errors";
import { linkDocumentSchema, type LinkDocument } from "@/lib/links/link-document";
import { LINK_ID_PATTERN, type OpenedLink } from "@/lib/links/short-link";
import { withDatabase } from "../db/database";
import { eraseExpired } from "./erase-expired";

/** What a short link holds, until it expires. */
export async function readLink(id: string, now = Date.now()): Promise<OpenedLink> {
  if (!LINK_ID_PATTERN.test(id)) throw new AppError("link_unknown");
  const link = await withDatabase((db) =>
    db
      .selectFrom("fader_links")
      .select(["document", "created_at", "expires_at"])
      .where("id", "=", id)
      .executeTakeFirst(),
  );
  if (!link) throw new AppError("link_unknown");
  if (link.expires_at <= now || link.document === null) {
    await withDatabase((db) => eraseExpired(db, now));
    throw new AppError("link_expired");
  }
  return {
    experiment: readDocument(link.document),
    createdAt: new Date(link.created_at).toISOString(),
    expiresAt: new Date(link.expires_at).toISOString(),
  };
}

/** Checked again on its way out: another version may have stored it, or another program. */
function readDocument(text: string): LinkDocument {
  const document = linkDocumentSchema.safeParse(parse(text));
  if (!document.success) throw new AppError("link_unreadable");
  return document.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
