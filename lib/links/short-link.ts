import * as z from "zod/mini";
import { linkDocumentSchema, type LinkDocument } from "./link-document";
import { LINK_LIMITS } from "./link-limits";

/** For how many days a short link may be kept, and is when nobody says. */
export const LINK_DAYS = { least: 1, most: 365, usual: 30 } as const;

/** 128 random bits, as base64url. */
export const LINK_ID_PATTERN = /^[\w-]{22}$/;

/** Of the body of `POST /api/links`: a document of the largest size, written compactly, and what stands around it. */
export const LINK_BODY_BYTES = LINK_LIMITS.documentBytes + 1024;

/** The header that carries the key with which a link may be deleted. */
export const DELETE_KEY_HEADER = "x-fader-delete-key";

/** The body of `POST /api/links`. */
export const newLinkSchema = z.strictObject({
  experiment: linkDocumentSchema,
  expiresInDays: z.optional(z.int().check(z.gte(LINK_DAYS.least), z.lte(LINK_DAYS.most))),
});
export type NewLink = z.infer<typeof newLinkSchema>;

/** What its maker is told; the delete key this once. Times are ISO 8601 in UTC. */
export type CreatedLink = { id: string; url: string; deleteKey: string; expiresAt: string };

/** What everyone is told who has the address. */
export type OpenedLink = { experiment: LinkDocument; createdAt: string; expiresAt: string };
