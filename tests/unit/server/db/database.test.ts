import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
  type MockInstance,
} from "vitest";
import { ENGINES, POSTGRESQL, sqliteStore, type Store } from "../../../support/engines";
import { createdBy, linkDocument, linkRoutes } from "../../../support/link-requests";
import { refusalOf } from "../../../support/run-bodies";
import { forget, storeIn } from "../../../support/store-in";

const SECRET = "SECRET prompt";
let said: MockInstance[];
beforeEach(() => {
  said = [
    vi.spyOn(process.stderr, "write").mockImplementation(() => true),
    vi.spyOn(console, "error").mockImplementation(() => {}),
  ];
});
afterEach(() => said.forEach((spy) => spy.mockRestore()));

/** What the operator was told. */
const log = () => said.flatMap((spy) => spy.mock.calls.map(([text]) => String(text))).join("\n");

async function posting(store: Store) {
  await storeIn(store);
  const { post } = await linkRoutes();
  return () => post({ experiment: linkDocument(SECRET) });
}

describe.each(ENGINES)("the database on $title", (engine) => {
  describe.skipIf(engine.isMissing)("of a process", () => {
    beforeAll(() => engine.start());
    afterAll(async () => {
      await forget();
      await engine.stop();
    });

    test("closed as the server ends, it stores nothing more, and what it holds is whole", async () => {
      const store = await engine.newStore();
      const post = await posting(store);
      const { id } = await createdBy(await post());
      const { closeDatabase } = await import("@/lib/server/db/database");
      await closeDatabase();
      await closeDatabase();
      expect(await refusalOf(await post())).toMatchObject({ status: 503, code: "restarting" });
      if (store.environment.DATABASE_URL === "")
        expect(statSync(join(store.environment.FADER_DATA, "fader.db-wal")).size).toBe(0);
      expect(await store.query("select id from fader_links")).toEqual([{ id }]);
    });

    test("requests that come at once open it once", async () => {
      const store = await engine.newStore();
      const post = await posting(store);
      const answers = await Promise.all(Array.from({ length: 20 }, post));
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
      expect(await store.query("select version from fader_schema")).toHaveLength(1);
      expect(log()).toBe("");
    });
  });
});

describe("SQLite's file", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "fader-file-"));
  });
  afterEach(async () => {
    await forget();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is made on first use, for this user alone, and asks the disk to keep what it acknowledged", async () => {
    const data = join(folder, "a", "b");
    const post = await posting(sqliteStore(data));
    expect(existsSync(join(folder, "a"))).toBe(false);
    await createdBy(await post());
    expect(statSync(data).mode & 0o777).toBe(0o700);
    const { openSqlite } = await import("@/lib/server/db/sqlite-engine");
    const { db, close } = openSqlite(data);
    const { sql } = await import("kysely");
    const setting = async (name: string) =>
      Object.values((await sql.raw<object>(`PRAGMA ${name}`).execute(db)).rows[0] ?? {})[0] as unknown;
    expect(await setting("journal_mode")).toBe("wal");
    expect(await setting("synchronous")).toBe(2);
    expect(await setting("secure_delete")).toBe(1);
    await close();
    const [step] = await sqliteStore(data).query<{ detail: string }>(
      "explain query plan select count(*), sum(bytes) from fader_links",
    );
    expect(step?.detail).toContain("COVERING INDEX");
  });

  test("another process that writes for a while holds nobody up but who writes too", async () => {
    const store = sqliteStore(folder);
    const post = await posting(store);
    await createdBy(await post());
    const other = new Database(join(folder, "fader.db"));
    other.exec("BEGIN IMMEDIATE");
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 5);
    const waiting = post();
    await new Promise((resolve) => setTimeout(resolve, 700));
    other.exec("COMMIT");
    await createdBy(await waiting);
    clearInterval(clock);
    other.close();
    // SQLite waits within a call; one that waited to the end would have let no timer through.
    expect(ticks).toBeGreaterThan(5);
    expect(await store.query("select id from fader_links")).toHaveLength(2);
  });

  test.each([
    ["a file stands in its folder's place", (data: string) => writeFileSync(data, "x"), unlinkSync],
    [
      "it is no database",
      (data: string) => writeJunk(data),
      (data: string) => unlinkSync(join(data, "fader.db")),
    ],
  ])("when %s, that is said, and the next request tries again", async (_, spoil, mend) => {
    const data = join(folder, "data");
    const post = await posting(sqliteStore(data));
    spoil(data);
    const refused = await post();
    expect(refused.headers.get("retry-after")).toBe("5");
    const refusal = await refusalOf(refused);
    expect(refusal).toMatchObject({ status: 503, code: "storage_failed" });
    const [, id = "none"] = /log under ([\w-]{36})/.exec(refusal.message) ?? [];
    expect(log()).toContain(`fault ${id}`);
    expect(log()).toContain(`The storage (${data}) cannot be opened`);
    expect(log() + refusal.message).not.toContain(SECRET);
    mend(data);
    await createdBy(await post());
  });

  function writeJunk(data: string): void {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data);
    writeFileSync(join(data, "fader.db"), "this is no database ".repeat(500));
  }
});

describe.skipIf(POSTGRESQL.isMissing)(`a ${POSTGRESQL.title} server`, () => {
  beforeAll(async () => POSTGRESQL.start());
  afterAll(async () => {
    await forget();
    await POSTGRESQL.stop();
  });

  test("that goes down is said to be, and one that comes back is used again with all that was stored", async () => {
    const store = await POSTGRESQL.newStore();
    const post = await posting(store);
    const before = await createdBy(await post());
    await POSTGRESQL.server()?.restart(async () => {
      // The pool must have noticed: else the request takes a connection that is dead, and nobody can tell how it ends.
      await vi.waitUntil(() => /fault storage/.test(log()), { timeout: 20_000 });
      expect(await refusalOf(await post())).toMatchObject({ status: 503, code: "storage_failed" });
    });
    const after = await createdBy(await post());
    const { get } = await linkRoutes();
    for (const { id } of [before, after]) expect((await get(id)).status).toBe(200);
    expect(log()).toMatch(/fault [\w-]{36}: .* ECONNREFUSED/);
    expect(log()).not.toMatch(/CANARY|SECRET/);
  });

  test("that refuses us is said to, without the password", async () => {
    const { environment } = await POSTGRESQL.newStore();
    const DATABASE_URL = environment.DATABASE_URL.replace("CANARY", "CANARY-wrong");
    const post = await posting({ environment: { ...environment, DATABASE_URL }, query: async () => [] });
    const refusal = await refusalOf(await post());
    expect(refusal).toMatchObject({ status: 503, code: "storage_failed" });
    expect(log()).toContain(
      "The storage (DATABASE_URL) cannot be opened: 28P01 password authentication failed",
    );
    expect(log() + refusal.message).not.toContain("CANARY");
  });

  test("logs no byte of a prompt", async () => {
    const post = await posting(await POSTGRESQL.newStore());
    await createdBy(await post());
    expect(POSTGRESQL.server()?.log()).not.toContain("SECRET");
  });
});
