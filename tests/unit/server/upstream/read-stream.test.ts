import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { readChatChunk } from "@/lib/server/upstream/chat-chunk";
import { PATIENCE, type Patience } from "@/lib/server/upstream/patience";
import { readStream, type Batch } from "@/lib/server/upstream/read-stream";

async function readAll(
  chunks: Iterable<string> | AsyncIterable<string>,
  patience: Partial<Patience> = {},
  onBatch: (batch: Batch) => void = () => {},
): Promise<Batch[]> {
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await source.next();
        if (next.done) controller.close();
        else controller.enqueue(new TextEncoder().encode(next.value));
      },
    },
    { highWaterMark: 0 },
  );
  const batches: Batch[] = [];
  const options = {
    read: readChatChunk,
    patience: { ...PATIENCE, ...patience },
    onLate: () => {},
    hasEnded: () => false,
  };
  for await (const batch of readStream(body, options)) {
    onBatch(batch);
    batches.push(batch);
  }
  return batches;
}

const delta = (content: string) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;

test("an answer that never ends is ended", async () => {
  async function* drip(): AsyncGenerator<string> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      yield delta("x");
    }
  }
  await expect(readAll(drip(), { totalMs: 100 })).rejects.toMatchObject({ code: "provider_silent" });
});

test("one event without an end, and more bytes than any answer has, are refused without being held", async () => {
  function* flood(piece: string): Generator<string> {
    for (let sent = 0; sent < 256 * 1024 * 1024; sent += piece.length) yield piece;
  }
  const before = process.memoryUsage().rss;
  await expect(readAll(flood("x".repeat(64 * 1024)))).rejects.toMatchObject({ code: "provider_odd" });
  await expect(readAll(flood(`data: ${"x".repeat(64 * 1024)}\n`))).rejects.toMatchObject({
    code: "provider_odd",
  });
  await expect(readAll(flood(`: ${"x".repeat(64 * 1024)}\n\n`))).rejects.toMatchObject({
    code: "provider_odd",
  });
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  expect(LIMITS.eventBytes).toBeLessThanOrEqual(1024 * 1024);
});

test("what breaks a stream takes nothing away from what came before it, in the same read as in another", async () => {
  const huge = `data: ${"x".repeat(LIMITS.eventBytes + 1)}`;
  for (const breaking of ["data: {oops\n\n".repeat(11), huge])
    for (const chunks of [[delta("a") + delta("b") + breaking], [delta("a"), delta("b") + breaking]]) {
      const seen: string[] = [];
      const broken = readAll(chunks, {}, ({ deltas }) => seen.push(...deltas.map(({ text }) => text ?? "")));
      await expect(broken).rejects.toMatchObject({ code: "provider_odd" });
      expect(seen).toEqual(["a", "b"]);
    }
});

test("a bad payload is skipped, more than ten in a row are no stream", async () => {
  const bad = "data: {oops\n\n";
  const fine = await readAll([bad.repeat(10) + delta("a") + bad.repeat(10) + delta("b")]);
  expect(fine.flatMap(({ deltas }) => deltas.map(({ text }) => text))).toEqual(["a", "b"]);
  await expect(readAll([bad.repeat(11)])).rejects.toMatchObject({ code: "provider_odd" });
});
