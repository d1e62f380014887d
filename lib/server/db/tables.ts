import "server-only";

/** Short links. `document` is null once a link has expired: that it was there is remembered for a while, what it held is not. */
export type LinksTable = {
  id: string;
  /** SHA-256 of the delete key, in hex. The key itself is told once and kept nowhere. */
  delete_key_hash: string;
  /** A link's document as JSON text. */
  document: string | null;
  /** Of the document, in UTF-8. */
  bytes: number;
  /** Milliseconds since 1970, as all times here. */
  created_at: number;
  expires_at: number;
};

/** The tables as the newest migration leaves them, alike on both engines. */
export type Tables = { fader_links: LinksTable };
