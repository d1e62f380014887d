import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startNetworkProxy, type NetworkProxy } from "../../support/network-proxy";

/** A bound for what will come, not a claim of when. */
const PATIENT = { timeout: 20_000 };
const WORDS = "月亮出来了".repeat(20);
const BYTES = Buffer.byteLength(WORDS);

/** Answers every piece with WORDS, and ends when its client does. */
const target = createServer((socket) => {
  socket.on("error", () => {}).on("data", () => socket.write(WORDS));
});
let proxy: NetworkProxy;
beforeAll(async () => {
  await once(target.listen(0, "127.0.0.1"), "listening");
});
beforeEach(async () => {
  proxy = await startNetworkProxy((target.address() as AddressInfo).port);
});
afterEach(() => proxy.close());
afterAll(() => void target.close());

/** A client that has asked; what came, in pieces, and how it ended. */
async function ask(): Promise<{ socket: Socket; pieces: Buffer[]; ending: () => string | undefined }> {
  const socket = connect(proxy.port, "127.0.0.1");
  const pieces: Buffer[] = [];
  let ending: string | undefined;
  socket.on("data", (piece: Buffer) => pieces.push(piece));
  socket.on("end", () => (ending = "end"));
  socket.on("error", (error: NodeJS.ErrnoException) => (ending = error.code));
  await once(socket, "connect").catch(() => {});
  socket.write("?");
  return { socket, pieces, ending: () => ending };
}

const size = (pieces: Buffer[]) => Buffer.concat(pieces).length;

test("without a fault everything goes through, and the end too", async () => {
  const { socket, pieces, ending } = await ask();
  await vi.waitUntil(() => size(pieces) === BYTES, PATIENT);
  expect(proxy.openSockets()).toBe(1);
  socket.end();
  await vi.waitUntil(() => ending() === "end" && proxy.openSockets() === 0, PATIENT);
  expect(Buffer.concat(pieces).toString()).toBe(WORDS);
});

test("latency comes before each piece, slices are slices, and no byte is lost", async () => {
  proxy.setFault({ kind: "latency", ms: 80 });
  const late = await ask();
  await sleep(40);
  expect(late.pieces).toEqual([]);
  await vi.waitUntil(() => size(late.pieces) === BYTES, PATIENT);
  proxy.setFault({ kind: "slicer", bytes: 7 });
  const sliced = await ask();
  await vi.waitUntil(() => size(sliced.pieces) === BYTES, PATIENT);
  expect(sliced.pieces.length).toBeGreaterThan(5);
  expect(Buffer.concat(sliced.pieces).toString()).toBe(WORDS);
});

test("a limit closes in good order, a reset does not", async () => {
  proxy.setFault({ kind: "limit", bytes: 100 });
  const limited = await ask();
  await vi.waitUntil(() => limited.ending() !== undefined, PATIENT);
  expect([size(limited.pieces), limited.ending()]).toEqual([100, "end"]);
  proxy.setFault({ kind: "reset", bytes: 100 });
  const broken = await ask();
  await vi.waitUntil(() => broken.ending() !== undefined, PATIENT);
  expect(broken.ending()).toBe("ECONNRESET");
  proxy.setFault(undefined);
  const open = await ask();
  await vi.waitUntil(() => size(open.pieces) === BYTES, PATIENT);
  proxy.setFault({ kind: "reset" });
  await vi.waitUntil(() => open.ending() === "ECONNRESET" && proxy.openSockets() === 0, PATIENT);
});

test("a black hole takes everything, tells no one, and gives it back when it is lifted", async () => {
  proxy.setFault({ kind: "black hole" });
  const { pieces, ending } = await ask();
  await vi.waitUntil(() => proxy.openSockets() === 1, PATIENT);
  await sleep(60);
  expect([pieces.length, ending(), proxy.openSockets()]).toEqual([0, undefined, 1]);
  proxy.setFault(undefined);
  await vi.waitUntil(() => size(pieces) === BYTES, PATIENT);
});
