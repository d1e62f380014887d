import type { CDPSession } from "@playwright/test";

/** What came over the wire since counting began; bytes as they travelled, compressed and with their headers. */
export type PageWeight = { requests: number; scriptBytes: number; styleBytes: number; bytes: number };

/** Makes the browser take gzip and nothing smaller from now on: budgets are in gzip, whatever the server can do better. */
export async function takeGzipOnly(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.setExtraHTTPHeaders", { headers: { "Accept-Encoding": "gzip" } });
}

/** Counts what a page loads from now on; the function that comes back says what it has come to. */
export async function weighPage(session: CDPSession): Promise<() => PageWeight> {
  const types = new Map<string, string>();
  const sizes = new Map<string, number>();
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ requestId, type, request }) => {
    if (request.url.startsWith("http")) types.set(requestId, type ?? "Other");
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  const bytesOf = (wanted?: string) =>
    [...types].reduce(
      (sum, [id, type]) => sum + (wanted === undefined || type === wanted ? (sizes.get(id) ?? 0) : 0),
      0,
    );
  return () => ({
    requests: types.size,
    scriptBytes: bytesOf("Script"),
    styleBytes: bytesOf("Stylesheet"),
    bytes: bytesOf(),
  });
}
