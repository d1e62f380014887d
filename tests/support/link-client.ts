import { setTimeout as sleep } from "node:timers/promises";
import type { CreatedLink, OpenedLink } from "@/lib/links/short-link";
import type { LinkDocument } from "@/lib/links/link-document";
import { linkDocument } from "./link-requests";
import type { TestServer } from "./server";

/** Short links of a server that was started, as a program asks for them. */
export function linksOf(server: TestServer) {
  const at = (id = "") => `${server.origin}/api/links${id && `/${id}`}`;
  return {
    post: (experiment: LinkDocument = linkDocument(), signal?: AbortSignal) =>
      fetch(at(), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ experiment }),
        signal,
      }),
    get: (id: string) => fetch(at(id)),
    remove: (id: string, deleteKey: string) =>
      fetch(at(id), { method: "DELETE", headers: { "x-fader-delete-key": deleteKey } }),
  };
}

export async function make(server: TestServer, experiment?: LinkDocument): Promise<CreatedLink> {
  const response = await linksOf(server).post(experiment);
  const text = await response.text();
  if (response.status !== 201) throw new Error(`not made: ${response.status} ${text}`);
  return JSON.parse(text) as CreatedLink;
}

/**
 * Makes a link however long others write: as often as the server says to come back, waits for as long as it says.
 * `onBusy` hears of each time that the store was to blame.
 */
export async function makeInTurn(
  server: TestServer,
  experiment: LinkDocument,
  onBusy: () => void,
): Promise<CreatedLink> {
  for (;;) {
    const response = await linksOf(server).post(experiment);
    if (response.status === 201) return (await response.json()) as CreatedLink;
    const text = await response.text();
    const seconds = Number(response.headers.get("retry-after"));
    // Tries count too, so one who was told to come back may have come too often.
    const isLater = response.status === 503 || response.status === 429;
    if (!isLater || seconds === 0) throw new Error(`not made: ${response.status} ${text}`);
    if (response.status === 503) onBusy();
    await sleep(seconds * 1000);
  }
}

/** The message of the experiment behind a link, or what the server said in its place. */
export async function messageOf(server: TestServer, id: string): Promise<string> {
  const response = await linksOf(server).get(id);
  const text = await response.text();
  return response.status === 200
    ? (JSON.parse(text) as OpenedLink).experiment.message
    : `${response.status} ${text}`;
}

/** Status and code of a refusal. */
export async function refused(response: Response): Promise<[number, string]> {
  const { error } = (await response.json()) as { error: { code: string } };
  return [response.status, error.code];
}
