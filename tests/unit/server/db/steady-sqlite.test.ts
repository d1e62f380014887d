import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { steadySqlite } from "@/lib/server/db/steady-sqlite";

let folder = "";
let own: Database.Database;
let other: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fader-steady-"));
  [own, other] = [0, 1].map(() => new Database(join(folder, "a.db"), { timeout: 20 })) as [
    Database.Database,
    Database.Database,
  ];
  own.exec("PRAGMA journal_mode = WAL; create table t (x integer primary key)");
});
afterEach(() => {
  for (const database of [own, other]) database.close();
  rmSync(folder, { recursive: true, force: true });
});

const seenByOther = () =>
  (other.prepare("select x from t order by x").all() as { x: number }[]).map(({ x }) => x);
const insert = (value: number) => steadySqlite(own).prepare("insert into t (x) values (?)").run([value]);

test("what is written after another process was in the way is kept, and others see it", () => {
  other.exec("begin immediate");
  for (let again = 0; again < 3; again += 1) expect(() => insert(1)).toThrow("database is locked");
  other.exec("commit");
  insert(2);
  insert(3);
  expect(seenByOther()).toEqual([2, 3]);
});

test("libsql alone would lose it without a word: when this fails, the wrapping is no longer needed", () => {
  other.exec("begin immediate");
  const busy = own.prepare("insert into t (x) values (?)");
  expect(() => busy.run(1)).toThrow("database is locked");
  other.exec("commit");
  own.prepare("insert into t (x) values (?)").run(2);
  expect(seenByOther()).toEqual([]);
});

test("a reader who was kept out reads what is there afterwards, and keeps nobody out", () => {
  insert(1);
  // Alone with the file, as a process is that tidies up after a crash.
  own.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  other.exec("PRAGMA locking_mode = EXCLUSIVE");
  const steady = steadySqlite(own);
  const read = () => steady.prepare("select x from t order by x").all([]);
  insert(2);
  expect(read()).toEqual([{ x: 1 }, { x: 2 }]);
  other.exec("PRAGMA locking_mode = NORMAL; insert into t (x) values (3)");
  expect(read()).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }]);
});

test("a statement that fails for a reason of its own undoes itself alone", () => {
  insert(1);
  expect(() => insert(1)).toThrow("UNIQUE");
  insert(2);
  expect(seenByOther()).toEqual([1, 2]);
  expect(own.inTransaction).toBe(false);
});

test("within a transaction nothing is committed before its end", () => {
  const steady = steadySqlite(own);
  steady.prepare("BEGIN IMMEDIATE").run([]);
  insert(1);
  expect(seenByOther()).toEqual([]);
  steady.prepare("ROLLBACK").run([]);
  steady.prepare("begin").run([]);
  insert(2);
  steady.prepare("commit").run([]);
  expect(seenByOther()).toEqual([2]);
});
