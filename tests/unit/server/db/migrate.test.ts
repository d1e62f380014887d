import { spawn } from "node:child_process";
import type { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MIGRATIONS } from "@/lib/server/db/migrations";
import type { Migration } from "@/lib/server/db/migrations";
import { migrate } from "@/lib/server/db/migrate";
import { openPostgres } from "@/lib/server/db/postgres-engine";
import { openSqlite } from "@/lib/server/db/sqlite-engine";
import { isBusy } from "@/lib/server/db/storage-error";
import type { CreatedLink } from "@/lib/links/short-link";
import { times } from "../../../support/counts";
import { ENGINES, type Store } from "../../../support/engines";
import { linkDocument, linkRoutes } from "../../../support/link-requests";
import { refusalOf } from "../../../support/run-bodies";
import { forget, storeIn } from "../../../support/store-in";

const PROCESSES = 4;
const ROUNDS = times(1, 25);
const LEAD_MS = 1500;

/** A step that makes a table. */
const table = (name: string): Migration => ({
  name,
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable(name).addColumn("id", "integer").execute();
  },
});
const broken: Migration = { name: "broken", up: () => Promise.reject(new Error("broken")) };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries again while another writes, as `withDatabase` does. */
async function untilFree(act: () => Promise<void>): Promise<void> {
  for (;;) {
    const isDone = await act().then(
      () => true,
      (fault: unknown) => {
        if (!isBusy(fault)) throw fault;
        return false;
      },
    );
    if (isDone) return;
    await pause(10);
  }
}

/** What a process says that opens `store` at this moment and makes a link. */
function openAt(store: Store, at: number): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "tests/support/open-store.ts"],
    {
      env: { ...process.env, ...store.environment, FADER_TEST_AT: String(at) },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output, errors })));
}

describe.each(ENGINES)("the schema on $title", (engine) => {
  describe.skipIf(engine.isMissing)("grows", () => {
    beforeAll(() => engine.start());
    afterAll(async () => {
      await forget();
      await engine.stop();
    });

    const open = ({ environment: { FADER_DATA, DATABASE_URL } }: Store) =>
      DATABASE_URL ? openPostgres(DATABASE_URL) : openSqlite(FADER_DATA);
    const versions = (store: Store) =>
      store.query<{ version: number; name: string }>(
        "select version, name from fader_schema order by version",
      );

    test("is made once, step by step, and steps that come later follow", async () => {
      const store = await engine.newStore();
      const known = open(store);
      await migrate(known, [table("a_one")]);
      await migrate(known, [table("a_one")]);
      expect(await versions(store)).toEqual([{ version: 1, name: "a_one" }]);
      await migrate(known, [table("a_one"), table("a_two"), table("a_three")]);
      expect((await versions(store)).map(({ name }) => name)).toEqual(["a_one", "a_two", "a_three"]);
      expect(await store.query("select id from a_three")).toEqual([]);
      await known.close();
    });

    test("a step that fails leaves nothing behind, not of those before it either", async () => {
      const store = await engine.newStore();
      const known = open(store);
      await migrate(known, [table("b_one")]);
      await expect(migrate(known, [table("b_one"), table("b_two"), broken])).rejects.toThrow("broken");
      expect(await versions(store)).toHaveLength(1);
      await expect(store.query("select id from b_two")).rejects.toThrow(/b_two/);
      await migrate(known, [table("b_one"), table("b_two")]);
      expect(await versions(store)).toHaveLength(2);
      await known.close();
    });

    test("who comes while another takes a step waits for it, and does not take it again", async () => {
      const store = await engine.newStore();
      const taken: number[] = [];
      const slow = (who: number): Migration => ({
        name: "slow",
        up: async (db) => {
          taken.push(who);
          await db.schema.createTable("c_one").addColumn("id", "integer").execute();
          await pause(150);
          await db.schema.createTable("c_two").addColumn("id", "integer").execute();
        },
      });
      const both = [0, 1].map(async (who) => {
        const known = open(store);
        await pause(who * 50);
        await untilFree(() => migrate(known, [slow(who)]));
        await known.close();
      });
      await Promise.all(both);
      // Which of them came first is the machine's business.
      expect(taken).toHaveLength(1);
      expect(await versions(store)).toEqual([{ version: 1, name: "slow" }]);
    });

    test("one that a newer Fader wrote is refused and left as it is, until it is known", async () => {
      const store = await engine.newStore();
      await storeIn(store);
      const links = await linkRoutes();
      const post = () => links.post({ experiment: linkDocument() });
      expect((await post()).status).toBe(201);
      await forget();
      await store.query(
        "insert into fader_schema (version, name, applied_at) values (?, 'of the future', 0)",
        [MIGRATIONS.length + 1],
      );
      for (let again = 0; again < 2; again += 1)
        expect(await refusalOf(await post())).toMatchObject({ status: 503, code: "storage_newer" });
      expect((await store.query("select id from fader_links")).length).toBe(1);
      expect(await versions(store)).toHaveLength(MIGRATIONS.length + 1);
      await store.query("delete from fader_schema where name = 'of the future'");
      expect((await post()).status).toBe(201);
    });

    test(`${PROCESSES} processes that open a new one at once all store in it, ${ROUNDS} of ${ROUNDS}`, async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const store = await engine.newStore();
        const at = Date.now() + LEAD_MS;
        const said = await Promise.all(Array.from({ length: PROCESSES }, () => openAt(store, at)));
        expect(said.filter(({ code, errors }) => code !== 0 || errors !== "")).toEqual([]);
        const ids = said.map(({ output }) => (JSON.parse(output) as CreatedLink).id);
        const stored = await store.query<{ id: string }>("select id from fader_links");
        expect(stored.map(({ id }) => id).sort()).toEqual(ids.sort());
        expect((await versions(store)).map(({ version }) => version)).toEqual(
          MIGRATIONS.map((_, index) => index + 1),
        );
      }
    }, 600_000);
  });
});
