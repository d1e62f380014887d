import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "@/lib/server/db/migrate";
import { openSqlite } from "@/lib/server/db/sqlite-engine";
import { MIGRATIONS } from "@/lib/server/db/migrations";
import { ENGINES, type Store, type TestEngine } from "../../../support/engines";
import { createdBy, linkDocument, linkRoutes, openedBy } from "../../../support/link-requests";
import { forget, storeIn } from "../../../support/store-in";

const FOLDER = "tests/fixtures/storage";
/** What each version of the schema stored, in SQL that both engines read: a new one joins them, none ever changes. */
const FILES = readdirSync(FOLDER).sort();

test("every version of the schema has its file", () => {
  expect(FILES).toEqual(MIGRATIONS.map((_, index) => `version-${index + 1}.sql`));
});

async function load(store: Store, file: string): Promise<void> {
  const statements = readFileSync(`${FOLDER}/${file}`, "utf8").split(";\n");
  for (const statement of statements.filter(Boolean)) await store.query(statement);
}

describe.each(ENGINES)("a store of an earlier version on $title", (engine) => {
  describe.skipIf(engine.isMissing)("opens", () => {
    beforeAll(() => engine.start());
    afterAll(async () => {
      await forget();
      await engine.stop();
    });

    test.each(FILES)("%s, with what it holds", async (file) => {
      const store = await engine.newStore();
      await load(store, file);
      await storeIn(store);
      const links = await linkRoutes();
      const { experiment, createdAt } = await openedBy(await links.get("golden-link-version-01"));
      expect([experiment.turns[0]?.content, experiment.panes.length, createdAt]).toEqual([
        "Where is the {{animal}}?",
        2,
        "2025-11-25T16:00:00.000Z",
      ]);
      await createdBy(await links.post({ experiment: linkDocument() }));
      expect((await links.remove("golden-link-version-01", "golden-delete-key-0001")).status).toBe(204);
      expect((await links.get("golden-link-version-01")).status).toBe(404);
      const [newest] = await store.query("select max(version) as version from fader_schema");
      expect(newest).toEqual({ version: MIGRATIONS.length });
    });
  });
});

test("the newest one's tables are as they are made today", async () => {
  const [sqlite] = ENGINES as [TestEngine];
  const [today, grown] = [await sqlite.newStore(), await sqlite.newStore()];
  await load(grown, FILES.at(-1) ?? "");
  const engine = openSqlite(today.environment.FADER_DATA);
  await migrate(engine);
  await engine.close();
  const schema = "select name, sql from sqlite_schema where sql is not null order by name";
  expect(await grown.query(schema)).toEqual(await today.query(schema));
  await sqlite.stop();
});
