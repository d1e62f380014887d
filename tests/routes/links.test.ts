import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { LINK_LIMITS } from "@/lib/links/link-limits";
import { ENGINES, type Store } from "../support/engines";
import { createdBy, documentOfBytes, linkDocument, linkRoutes, openedBy } from "../support/link-requests";
import { refusalOf } from "../support/run-bodies";
import { forget, forgetCounts, storeIn } from "../support/store-in";
import { FULL_DOCUMENT } from "../unit/links/support";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 25, 12);

describe.each(ENGINES)("short links on $title", (engine) => {
  describe.skipIf(engine.isMissing)("over HTTP", () => {
    let store: Store;
    let links: Awaited<ReturnType<typeof linkRoutes>>;
    beforeAll(async () => {
      await engine.start();
      store = await engine.newStore();
      await settle();
    });
    const settle = async (settings: Record<string, string> = {}) => {
      await storeIn(store, settings);
      links = await linkRoutes();
    };
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ["Date"], now: NOW });
      forgetCounts();
    });
    afterEach(() => vi.useRealTimers());
    afterAll(async () => {
      await forget();
      await engine.stop();
    });

    const make = async (body: object = {}, headers = {}) =>
      createdBy(await links.post({ experiment: linkDocument(), ...body }, headers));
    const rows = () => store.query<Record<string, unknown>>("select * from fader_links");

    test("a link carries everything, says when it expires, and is told its delete key once", async () => {
      const response = await links.post({ experiment: FULL_DOCUMENT });
      expect(response.headers.get("cache-control")).toBe("no-store");
      const { id, url, deleteKey, expiresAt, ...more } = await createdBy(response);
      expect(more).toEqual({});
      expect(id).toMatch(/^[\w-]{22}$/);
      expect(deleteKey).toMatch(/^[\w-]{22}$/);
      expect(url).toBe(`http://localhost:3000/s/${id}`);
      expect(expiresAt).toBe(new Date(NOW + 30 * DAY_MS).toISOString());
      const read = await links.get(id);
      expect(read.headers.get("cache-control")).toBe("no-store");
      expect(await openedBy(read)).toEqual({
        experiment: FULL_DOCUMENT,
        createdAt: new Date(NOW).toISOString(),
        expiresAt,
      });
      const [row] = await store.query("select * from fader_links where id = ?", [id]);
      expect(row).toMatchObject({ id, bytes: Buffer.byteLength(JSON.stringify(FULL_DOCUMENT)) });
      expect(JSON.stringify(row)).not.toContain(deleteKey);
    });

    test("any text comes back as it was", async () => {
      const text = fc.string({ unit: "binary", maxLength: 200 });
      const awkward = ["\u0000", "\uD800", "'; drop table fader_links; --", "$1 ? :id", "👩‍👩‍👧 猫\r\n"];
      await fc.assert(
        fc.asyncProperty(fc.oneof(text, fc.constantFrom(...awkward)), async (message) => {
          forgetCounts();
          const { id } = await make({ experiment: linkDocument(message) });
          expect((await openedBy(await links.get(id))).experiment.message).toBe(message);
        }),
        { numRuns: 50 },
      );
    });

    test("only who has the delete key deletes, as often as they like", async () => {
      const { id, deleteKey } = await make();
      const other = await make();
      for (const key of [
        undefined,
        "",
        other.deleteKey,
        deleteKey.slice(0, -1),
        `${deleteKey}x`,
        other.deleteKey,
      ])
        expect(await refusalOf(await links.remove(id, key))).toMatchObject({
          status: 403,
          code: "wrong_delete_key",
        });
      expect((await links.get(id)).status).toBe(200);
      for (let again = 0; again < 3; again += 1) expect((await links.remove(id, deleteKey)).status).toBe(204);
      expect(await refusalOf(await links.get(id))).toMatchObject({ status: 404, code: "link_unknown" });
      expect((await links.get(other.id)).status).toBe(200);
      expect(JSON.stringify(await rows())).not.toContain(id);
    });

    test("another site's page neither makes nor deletes", async () => {
      const { id, deleteKey } = await make();
      const evil = { origin: "https://evil.example" };
      expect(await refusalOf(await links.remove(id, deleteKey, evil))).toMatchObject({ code: "cross_site" });
      const posted = await links.post({ experiment: linkDocument() }, evil);
      expect(await refusalOf(posted)).toMatchObject({ code: "cross_site" });
      expect((await links.get(id)).status).toBe(200);
    });

    test.each([
      "",
      "x",
      "..",
      "../../etc/passwd",
      "' or 1=1 --",
      "%00",
      "a".repeat(21),
      "ä".repeat(22),
      "a".repeat(4000),
    ])("%.25s is no link", async (id) => {
      expect(await refusalOf(await links.get(id))).toMatchObject({ status: 404, code: "link_unknown" });
      expect((await links.remove(id, "x")).status).toBe(204);
    });

    test("an expired link is gone the moment it ends: what it held at once, that it was after a month", async () => {
      const kept = await make({ expiresInDays: 365 });
      const { id, deleteKey } = await make({ expiresInDays: 1 });
      const second = await make({ expiresInDays: 1 });
      vi.setSystemTime(NOW + DAY_MS - 1);
      expect((await links.get(id)).status).toBe(200);
      vi.setSystemTime(NOW + DAY_MS);
      expect(await refusalOf(await links.get(id))).toMatchObject({ status: 410, code: "link_expired" });
      const held = await store.query("select document, bytes from fader_links where id in (?, ?)", [
        id,
        second.id,
      ]);
      const nothing = { document: null, bytes: 0 };
      expect(held).toEqual([nothing, nothing]);
      expect(await refusalOf(await links.remove(id, "wrong"))).toMatchObject({ status: 403 });
      expect((await links.remove(id, deleteKey)).status).toBe(204);
      expect((await links.get(id)).status).toBe(404);
      vi.setSystemTime(NOW + 31 * DAY_MS - 1);
      expect((await links.get(second.id)).status).toBe(410);
      vi.setSystemTime(NOW + 31 * DAY_MS);
      await make();
      expect((await links.get(second.id)).status).toBe(404);
      expect((await links.get(kept.id)).status).toBe(200);
    });

    test("what has expired is erased in passing, when others are made", async () => {
      const { id } = await make({ expiresInDays: 2 });
      vi.setSystemTime(NOW + 2 * DAY_MS);
      await make();
      expect(await store.query("select document from fader_links where id = ?", [id])).toEqual([
        { document: null },
      ]);
    });

    test.each([0, 366, 1.5, -1, "1", null, 1e300])("%j days are refused", async (expiresInDays) => {
      const response = await links.post({ experiment: linkDocument(), expiresInDays });
      expect(await refusalOf(response)).toMatchObject({ status: 422, path: "expiresInDays" });
    });

    test("256 KB fit in, a byte more does not", async () => {
      const before = (await rows()).length;
      const most = documentOfBytes(LINK_LIMITS.documentBytes);
      const { id } = await make({ experiment: most });
      expect((await openedBy(await links.get(id))).experiment).toEqual(most);
      const more = await links.post({ experiment: documentOfBytes(LINK_LIMITS.documentBytes + 1) });
      expect(await refusalOf(more)).toMatchObject({
        status: 413,
        code: "link_too_large",
        message: expect.stringMatching(/holds 256 KB, and this is 257 KB/) as string,
      });
      const huge = await links.post({ experiment: documentOfBytes(LINK_LIMITS.documentBytes + 5000) });
      expect(await refusalOf(huge)).toMatchObject({ status: 413, code: "body_too_large" });
      expect(await rows()).toHaveLength(before + 1);
    });

    test("60 links a minute from one sender, then a wait that is told; a made-up address buys none", async () => {
      for (let n = 0; n < 60; n += 1) await make({}, { "x-forwarded-for": `10.0.0.${n}` });
      vi.setSystemTime(NOW + 20_000);
      const refused = await links.post({ experiment: linkDocument() }, { "x-forwarded-for": "10.1.1.1" });
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "40"]);
      expect(await refusalOf(refused)).toMatchObject({
        status: 429,
        code: "too_many_links",
        message: expect.stringContaining("40 seconds") as string,
      });
      vi.setSystemTime(NOW + 60_000);
      await make();
    });

    test("the address is the one under which its maker came", async () => {
      await settle({ FADER_PUBLIC_ORIGINS: "https://fader.example,http://10.0.0.5:3000" });
      const urlFor = async (host: string) => {
        const { url, id } = await make({}, { host });
        return url.replace(id, "id");
      };
      expect(await urlFor("FADER.example")).toBe("https://fader.example/s/id");
      expect(await urlFor("fader.example:443")).toBe("https://fader.example/s/id");
      expect(await urlFor("10.0.0.5:3000")).toBe("http://10.0.0.5:3000/s/id");
      expect(await urlFor("127.0.0.1:4000")).toBe("http://127.0.0.1:4000/s/id");
      await settle();
    });

    test("a stored document that is not one is refused without a word of it", async () => {
      const said = vi.spyOn(console, "error").mockImplementation(() => {});
      const { id } = await make();
      for (const document of ["SECRET prompt", '{"fader":1,"title":"SECRET"}', "null", '{"fader":99}']) {
        await store.query("update fader_links set document = ? where id = ?", [document, id]);
        const refusal = await refusalOf(await links.get(id));
        expect(refusal).toMatchObject({ status: 500, code: "link_unreadable" });
        expect(JSON.stringify([refusal, said.mock.calls])).not.toContain("SECRET");
      }
      said.mockRestore();
    });

    describe("with as much stored as may be", () => {
      const HOUR_MS = 3_600_000;
      const fill = (count: number, bytes: number) =>
        store.query(
          `insert into fader_links (id, delete_key_hash, document, bytes, created_at, expires_at)
           with recursive n (n) as (select 1 union all select n + 1 from n where n < ${count})
           select 'filler ' || n, '', '', ${bytes}, 0, ${NOW + HOUR_MS} from n`,
        );
      afterEach(() => store.query("delete from fader_links where id like 'filler %'"));

      test.each([
        ["100,000 links", 100_000, 1],
        ["a gigabyte", 1, 1024 ** 3],
      ])("%s: no more are made until some expire", async (_, count, bytes) => {
        await fill(count, bytes);
        expect(await refusalOf(await links.post({ experiment: linkDocument() }))).toMatchObject({
          status: 507,
          code: "links_full",
        });
        vi.setSystemTime(NOW + HOUR_MS);
        // They are still remembered, but hold nothing; by number there is no room before they are forgotten.
        if (count > 1) vi.setSystemTime(NOW + HOUR_MS + 30 * DAY_MS);
        await make();
      });
    });
  });
});
