import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IS_FULL, times } from "../support/counts";
import { ENGINES, type Store } from "../support/engines";
import { linksOf, make, makeInTurn, messageOf, refused } from "../support/link-client";
import { linkDocument } from "../support/link-requests";
import { startServer, type TestServer } from "../support/server";

const SECRET = "SECRET prompt";
/** About how long a server that has just started takes for its first link. */
const FIRST_LINK_MS = 400;
/** Below what one sender may make within a minute. */
const MOST = 55;

describe("the page of a short link", () => {
  const folder = mkdtempSync(join(tmpdir(), "fader-page-"));
  const data = join(folder, "data");
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ environment: { FADER_DATA: data } });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("no database is opened before something is stored", async () => {
    expect((await fetch(server.origin)).status).toBe(200);
    expect((await fetch(`${server.origin}/s/x`)).status).toBe(404);
    expect(existsSync(data)).toBe(false);
  });

  test("shows the desk, and asks search engines and other sites to know nothing of it", async () => {
    const { id } = await make(server, linkDocument(SECRET));
    const page = await fetch(`${server.origin}/s/${id}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toMatch(/<meta name="robots" content="noindex, nofollow, noarchive"/);
    expect(html).toMatch(/<meta name="referrer" content="no-referrer"/);
    expect(html).toContain("Sprout");
    // The browser fetches it: a page that holds it would be one to keep.
    expect(html).not.toContain(SECRET);
    for (const path of [`/s/${id}`, "/s/nothing", `/api/links/${id}`, "/api/links/nothing"]) {
      const { headers } = await fetch(server.origin + path);
      expect([path, headers.get("x-robots-tag")]).toEqual([path, "noindex, nofollow, noarchive"]);
      expect([path, headers.get("referrer-policy")]).toEqual([path, "no-referrer"]);
      expect([path, headers.get("cache-control")]).toEqual([path, expect.stringContaining("no-store")]);
    }
    expect((await fetch(server.origin)).headers.get("x-robots-tag")).toBeNull();
  });

  test("a server that ends leaves the file whole and its log empty, and has logged no byte of a prompt", async () => {
    await make(server, linkDocument(SECRET));
    expect(statSync(join(data, "fader.db-wal")).size).toBeGreaterThan(0);
    await server.stop();
    expect(statSync(join(data, "fader.db-wal")).size).toBe(0);
    expect(server.output()).not.toMatch(/SECRET|fault|⨯/);
  });
});

test("behind a password, a short link is what one comes to after signing in", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fader-guarded-"));
  const server = await startServer({
    environment: { FADER_DATA: folder, FADER_PASSWORD: "correct horse battery" },
  });
  const id = "a".repeat(22);
  const to = async (path: string) =>
    (await fetch(server.origin + path, { redirect: "manual" })).headers.get("location");
  expect(await to(`/s/${id}`)).toBe(`/sign-in?link=${id}`);
  expect(await to("/s/x/y")).toBe("/sign-in");
  /** The link that the form goes on to, as its page tells the browser. */
  const leadsTo = async (link: string) => {
    const page = await fetch(`${server.origin}/sign-in?link=${encodeURIComponent(link)}`);
    return /linkId\\":\\"([^$\\"]+)/.exec(await page.text())?.[1];
  };
  expect(await leadsTo(id)).toBe(id);
  for (const link of ["//evil.example", "https://evil.example", "javascript:alert(1)", `${id}/../..`])
    expect([link, await leadsTo(link)]).toEqual([link, undefined]);
  expect((await linksOf(server).get(id)).status).toBe(401);
  expect((await linksOf(server).post()).status).toBe(401);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(ENGINES)("several servers on $title", (engine) => {
  describe.skipIf(engine.isMissing)("and one store", () => {
    beforeAll(() => engine.start());
    afterAll(() => engine.stop());
    const start = (store: Store) => startServer({ environment: store.environment });

    test("serve and make the same links, and what one deletes is gone for the other", async () => {
      const store = await engine.newStore();
      const servers = await Promise.all([start(store), start(store)]);
      let waits = 0;
      const made = await Promise.all(
        servers.flatMap((server) =>
          Array.from({ length: times(20, MOST) }, async (_, n) => {
            const message = `${server.port} ${n}`;
            const link = await makeInTurn(server, linkDocument(message), () => (waits += 1));
            return { ...link, message };
          }),
        ),
      );
      for (const server of servers)
        for (const { id, message } of made) expect(await messageOf(server, id)).toBe(message);
      const [one, other] = servers as [TestServer, TestServer];
      for (const [index, { id, deleteKey }] of made.entries()) {
        const [first, second] = index % 2 ? [one, other] : [other, one];
        expect((await linksOf(first).remove(id, deleteKey)).status).toBe(204);
        expect(await refused(await linksOf(second).get(id))).toEqual([404, "link_unknown"]);
      }
      await Promise.all(servers.map((server) => server.stop()));
      const output = servers.map((server) => server.output()).join();
      // Who was told to come back is in the log, with the place; nothing else is.
      const busy = /fault .* SQLITE_BUSY.*(\n {4}at .*)*/g;
      expect(output.match(busy) ?? []).toHaveLength(waits);
      expect(output.replace(busy, "")).not.toMatch(/fault|⨯/);
    });

    const KILLS = engine.name === "SQLite" ? times(10, 200) : times(3, 50);
    test(
      `${KILLS} SIGKILLs during writes lose no link that was acknowledged`,
      async () => {
        let store = await engine.newStore();
        let kept: { id: string; message: string }[] = [];
        let [acknowledged, cutOff, kills] = [0, 0, 0];
        for (let kill = 0; kill < KILLS; kill += 1) {
          // Every fifth is killed while it makes its tables, or is about to.
          if (kill % 5 === 0) [store, kept] = [await engine.newStore(), []];
          // One that came between two writes, and so cut off no request, does not count.
          for (let cut = 0; cut === 0;) {
            const round = await writeUntilKilled(await start(store), kill % 5 > 0);
            cut = round.cut;
            kept.push(...round.made);
            acknowledged += round.made.length;
            cutOff += cut;
          }
          kills += 1;
          const rows =
            kept.length === 0 ? [] : await store.query<{ id: string }>("select id from fader_links");
          const ids = new Set(rows.map(({ id }) => id));
          expect(kept.filter(({ id }) => !ids.has(id))).toEqual([]);
          if (kill % 5 !== 4 && kill !== KILLS - 1) continue;
          const next = await start(store);
          for (const { id, message } of kept) expect(await messageOf(next, id)).toBe(message);
          await make(next);
          await next.stop();
        }
        console.log(
          `${KILLS} SIGKILLs on ${engine.name}: ${acknowledged} links acknowledged, 0 lost; ${cutOff} requests cut off`,
        );
        expect(kills).toBe(KILLS);
        expect(acknowledged).toBeGreaterThan(KILLS);
        expect(cutOff).toBeGreaterThanOrEqual(KILLS);
      },
      IS_FULL ? 3_600_000 : 180_000,
    );
  });
});

/**
 * Four writers at once until the server is killed: `inTheMidst`, at some moment after the second to ninth link was
 * acknowledged; else at some moment before about the first, while it opens the database and makes its tables.
 */
async function writeUntilKilled(server: TestServer, inTheMidst: boolean) {
  const made: { id: string; message: string }[] = [];
  const state = { isOver: false, cut: 0 };
  // Counted, not timed: on a slow machine any time may be over before a link is made.
  const enough = inTheMidst ? 2 + Math.floor(Math.random() * 8) : 0;
  let reach = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; !state.isOver && n < MOST / 4; n += 1) {
      const message = `${writer} ${n} ${"x".repeat(n * 5000)}`;
      await make(server, linkDocument(message)).then(
        ({ id }) => {
          made.push({ id, message });
          if (made.length >= enough) reach();
        },
        () => (state.cut += 1),
      );
    }
  });
  if (inTheMidst) await Promise.race([reached, Promise.all(writers)]);
  await sleep(Math.random() * (inTheMidst ? 10 : FIRST_LINK_MS));
  state.isOver = true;
  await server.kill();
  await Promise.all(writers);
  return { made, cut: state.cut };
}
