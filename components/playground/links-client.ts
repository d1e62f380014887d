import { ERRORS, type ErrorCode } from "@/lib/errors";
import { linkDocumentSchema, type LinkDocument } from "@/lib/links/link-document";
import { DELETE_KEY_HEADER, type CreatedLink } from "@/lib/links/short-link";

/**
 * Why a short link could not be made, read or deleted: a code of `errors` in the messages and, where the server said it,
 * its sentence with the figures of the case. `useErrorText` makes the reader's words of both.
 */
export class LinkFailure extends Error {
  override readonly name = "LinkFailure";

  constructor(
    readonly code: ErrorCode,
    message = "",
  ) {
    super(message);
  }
}

/** Stores an experiment under a new short link, for so many days or as many as usual. */
export async function createLink(experiment: LinkDocument, expiresInDays?: number): Promise<CreatedLink> {
  const response = await ask("/api/links", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ experiment, expiresInDays }),
  });
  return (await read(response)) as CreatedLink;
}

/** What a short link holds, checked field by field. */
export async function fetchLink(id: string): Promise<LinkDocument> {
  const opened = (await read(await ask(`/api/links/${encodeURIComponent(id)}`))) as {
    experiment?: unknown;
  } | null;
  const document = linkDocumentSchema.safeParse(opened?.experiment);
  if (!document.success) throw new LinkFailure("link_unreadable");
  return document.data;
}

/** Deletes a short link; one that is gone already is no failure. */
export async function deleteLink(id: string, deleteKey: string): Promise<void> {
  await ask(`/api/links/${encodeURIComponent(id)}`, {
    method: "DELETE",
    headers: { [DELETE_KEY_HEADER]: deleteKey },
  });
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { ...init, cache: "no-store" }).catch(() => {
    throw new LinkFailure("network");
  });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/** A body that breaks off, or that is no JSON, is one that some other program sent in the server's place. */
async function read(response: Response): Promise<unknown> {
  return response.json().catch(() => {
    throw new LinkFailure("network");
  });
}

async function refusalOf(response: Response): Promise<LinkFailure> {
  const body = (await response.json().catch(() => undefined)) as
    { error?: { code?: string; message?: string } } | undefined;
  const { code = "", message } = body?.error ?? {};
  return Object.hasOwn(ERRORS, code)
    ? new LinkFailure(code as ErrorCode, message)
    : new LinkFailure("internal");
}
