import { newLinkSchema, type CreatedLink, type OpenedLink } from "@/lib/links/short-link";
import type { LinkDocument } from "@/lib/links/link-document";
import { jsonRequest } from "./run-bodies";

/** A small experiment with a message of your own. */
export function linkDocument(message = "Finish: The cat sat on the"): LinkDocument {
  return {
    fader: 1,
    title: "A cat",
    system: "",
    message,
    turns: [],
    panes: [{ model: "built-in/sprout", parameters: { temperature: 0.2 } }],
    view: "plain",
  };
}

/** An experiment whose JSON text has exactly so many bytes. */
export function documentOfBytes(bytes: number): LinkDocument {
  const turns = Array.from({ length: 8 }, () => ({ role: "user" as const, content: "" }));
  let left = bytes - JSON.stringify({ ...linkDocument(""), turns }).length;
  for (const turn of turns) {
    // Letters by chance: a database that compresses must have no easy time.
    turn.content = randomLetters(Math.min(left, 100_000));
    left -= turn.content.length;
  }
  return { ...linkDocument(""), turns };
}

function randomLetters(count: number): string {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return Buffer.from(bytes).toString("base64url").slice(0, count);
}

/** The handlers of short links, called as Next calls them. */
export async function linkRoutes() {
  const { POST } = await import("@/app/api/links/route");
  const { GET, DELETE } = await import("@/app/api/links/[id]/route");
  const at = (id: string) => ({ params: Promise.resolve({ id }) });
  const request = (id: string, init: RequestInit = {}) =>
    new Request(`http://localhost:3000/api/links/${encodeURIComponent(id)}`, {
      ...init,
      headers: { host: "localhost:3000", ...(init.headers as Record<string, string>) },
    });
  return {
    post: (body: unknown, headers: Record<string, string> = {}) =>
      POST(jsonRequest("/api/links", body, headers)),
    get: (id: string, headers = {}) => GET(request(id, { headers }), at(id)),
    remove: (id: string, key?: string, headers = {}) =>
      DELETE(
        request(id, {
          method: "DELETE",
          headers: { ...headers, ...(key === undefined ? {} : { "x-fader-delete-key": key }) },
        }),
        at(id),
      ),
  };
}

export async function createdBy(response: Response): Promise<CreatedLink> {
  if (response.status !== 201) throw new Error(`not created: ${response.status} ${await response.text()}`);
  return (await response.json()) as CreatedLink;
}

export async function openedBy(response: Response): Promise<OpenedLink> {
  if (response.status !== 200) throw new Error(`not opened: ${response.status} ${await response.text()}`);
  return (await response.json()) as OpenedLink;
}

/** That a body is one that the route takes, so that a test which refuses it refuses for the right reason. */
export function isNewLink(body: unknown): boolean {
  return newLinkSchema.safeParse(body).success;
}
