import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { findPostgres, startPostgres, type Postgres } from "../support/postgres";
import { linksOf, make, messageOf, refused } from "../support/link-client";
import { documentOfBytes, linkDocument } from "../support/link-requests";
import { makeSmallDisk, SMALL_DISK_MISSING, type SmallDisk } from "../support/small-disk";
import { startServer, type TestServer } from "../support/server";

/** Larger than any room that a file has left within its last block. */
const large = () => documentOfBytes(200_000);

let disk: SmallDisk | undefined;
let postgres: Postgres | undefined;
const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await postgres?.stop();
  disk?.remove();
  [disk, postgres] = [undefined, undefined];
});

async function start(environment: Record<string, string>): Promise<TestServer> {
  const server = await startServer({ environment });
  servers.push(server);
  return server;
}

/** Links are made, the disk fills, is cleared; nothing that was acknowledged is lost, and what is refused is said to be. */
async function playFullDisk(server: TestServer, { fill, clear }: SmallDisk) {
  const made: { id: string; message: string }[] = [];
  for (const message of ["one", "two", "three"])
    made.push({ ...(await make(server, linkDocument(message))), message });
  const readAll = async () => {
    for (const { id, message } of made) expect(await messageOf(server, id)).toBe(message);
  };
  fill();
  for (let again = 0; again < 3; again += 1)
    expect(await refused(await linksOf(server).post(large()))).toEqual([507, "storage_full"]);
  await readAll();
  expect(server.isAlive()).toBe(true);
  clear();
  const after = await make(server, large());
  expect(await messageOf(server, after.id)).toBe("");
  await readAll();
  // A fault's id and kind, and nothing of what was to be stored.
  expect(server.output()).toMatch(/fault [\w-]{36}: \w+ (SQLITE_FULL|53100)/);
  return made;
}

describe(`a disk that is full${SMALL_DISK_MISSING}`, () => {
  test.skipIf(SMALL_DISK_MISSING)(
    "under SQLite: a clear error, nothing lost, and it goes on when there is room",
    async () => {
      disk = makeSmallDisk(4);
      const environment = { FADER_DATA: join(disk.folder, "data"), DATABASE_URL: "" };
      const made = await playFullDisk(await start(environment), disk);
      disk.fill();
      // A server that comes up beside a full disk still reads.
      const second = await start(environment);
      for (const { id, message } of made) expect(await messageOf(second, id)).toBe(message);
      expect(await refused(await linksOf(second).post(large()))).toEqual([507, "storage_full"]);
    },
  );

  test.skipIf(SMALL_DISK_MISSING)(
    "before the file is there: a clear error, and the file is made when there is room",
    async () => {
      disk = makeSmallDisk(4);
      disk.fill();
      const server = await start({ FADER_DATA: join(disk.folder, "data"), DATABASE_URL: "" });
      for (let again = 0; again < 2; again += 1)
        expect(await refused(await linksOf(server).post())).toEqual([507, "storage_full"]);
      disk.clear();
      const { id } = await make(server, linkDocument("late"));
      expect(await messageOf(server, id)).toBe("late");
    },
  );

  test.skipIf(SMALL_DISK_MISSING || !findPostgres())(
    `under PostgreSQL${findPostgres() ? "" : " (skipped: none on this machine)"}: the same`,
    async () => {
      disk = makeSmallDisk(128);
      postgres = await startPostgres(disk.folder);
      const DATABASE_URL = await postgres.newDatabase();
      await playFullDisk(await start({ DATABASE_URL }), disk);
    },
  );
});
