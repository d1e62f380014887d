import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createLink, deleteLink, fetchLink, LinkFailure } from "@/components/playground/links-client";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "../../support/engines";
import { linkRoutes } from "../../support/link-requests";
import { forget, storeIn } from "../../support/store-in";
import { FULL_DOCUMENT } from "../links/support";

const folder = mkdtempSync(join(tmpdir(), "fader-client-"));
let links: Awaited<ReturnType<typeof linkRoutes>>;
beforeAll(async () => {
  await storeIn(sqliteStore(folder));
  links = await linkRoutes();
});
afterEach(() => vi.unstubAllGlobals());
afterAll(async () => {
  await forget();
  rmSync(folder, { recursive: true, force: true });
});

/** The browser's fetch, answered by the routes themselves. */
function connect(): void {
  vi.stubGlobal("fetch", (path: string, { method = "GET", headers, body }: RequestInit) => {
    const sent = headers as Record<string, string>;
    if (method === "POST") return links.post(String(body), sent);
    const id = path.split("/").at(-1) ?? "";
    return method === "GET" ? links.get(id) : links.remove(id, sent["x-fader-delete-key"]);
  });
}

/** What `act` fails with. */
async function failureOf(act: Promise<unknown>): Promise<LinkFailure> {
  const failure = await act.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(LinkFailure);
  return failure as LinkFailure;
}

const answer = (response: () => Response) => vi.stubGlobal("fetch", () => Promise.resolve(response()));

test("makes, reads and deletes, and deletes again", async () => {
  connect();
  const { id, deleteKey, url } = await createLink(FULL_DOCUMENT, 3);
  expect(url).toContain(`/s/${id}`);
  expect(await fetchLink(id)).toEqual(FULL_DOCUMENT);
  expect(await failureOf(deleteLink(id, "wrong"))).toMatchObject({ code: "wrong_delete_key" });
  await deleteLink(id, deleteKey);
  await deleteLink(id, deleteKey);
  const gone = await failureOf(fetchLink(id));
  expect([gone.code, gone.message]).toEqual(["link_unknown", expect.stringContaining("no such short link")]);
});

test("what it cannot know is not asked for: as many days as usual", async () => {
  connect();
  const { expiresAt } = await createLink(FULL_DOCUMENT);
  expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(30);
});

test("a server that cannot be reached, or whose answer breaks off, is one that cannot be reached", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  for (const act of [fetchLink("x"), createLink(FULL_DOCUMENT), deleteLink("x", "y")])
    expect((await failureOf(act)).code).toBe("network");
  answer(() => new Response('{"experiment": {', { status: 200 }));
  expect((await failureOf(fetchLink("x"))).code).toBe("network");
});

test("what is no document is never opened", async () => {
  for (const body of [
    null,
    [],
    "x",
    {},
    { experiment: null },
    { experiment: { ...FULL_DOCUMENT, fader: 2 } },
  ]) {
    answer(() => Response.json(body));
    expect((await failureOf(fetchLink("x"))).code).toBe("link_unreadable");
  }
});

test("a refusal is told by its code and the server's own sentence; one that is not ours by ours", async () => {
  const refusal = { error: { code: "too_many_links", message: "Wait 40 seconds." } };
  answer(() => Response.json(refusal, { status: 429 }));
  expect(await failureOf(createLink(FULL_DOCUMENT))).toMatchObject(refusal.error);
  for (const body of ["<html>502</html>", '{"error":{"code":"toString"}}', "null", '{"error":null}']) {
    answer(() => new Response(body, { status: 502 }));
    expect(await failureOf(createLink(FULL_DOCUMENT))).toMatchObject({ code: "internal", message: "" });
  }
});
