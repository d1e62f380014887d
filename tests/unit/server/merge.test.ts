import { expect, test } from "vitest";
import { merge } from "@/lib/server/merge";

/** All items, one by one. */
async function* oneByOne(sources: AsyncGenerator<string>[]): AsyncGenerator<string> {
  for await (const batch of merge(sources, (item) => item)) yield* batch;
}

async function* counted(name: string, count: number, log: string[] = []): AsyncGenerator<string> {
  try {
    for (let n = 1; n <= count; n += 1) {
      log.push(`${name}${n}`);
      yield `${name}${n}`;
    }
  } finally {
    log.push(`${name} over`);
  }
}

async function* silent(signal: AbortSignal, log: string[]): AsyncGenerator<string> {
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  log.push("silent over");
  yield* [];
}

async function collect(items: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test("gives every item of every source, each source in its own order, none crowding out another", async () => {
  const items = await collect(oneByOne([counted("a", 3), counted("b", 3), counted("c", 1)]));
  expect(items).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "b3"]);
});

test("a silent source holds up no one", async () => {
  const controller = new AbortController();
  const log: string[] = [];
  const items: string[] = [];
  for await (const item of oneByOne([silent(controller.signal, log), counted("a", 3)])) {
    items.push(item);
    if (item === "a3") controller.abort();
  }
  expect(items).toEqual(["a1", "a2", "a3"]);
  expect(log).toEqual(["silent over"]);
});

test("makes one item ahead and no more, however long nobody asks", async () => {
  const log: string[] = [];
  const merged = oneByOne([counted("a", 1000, log), counted("b", 1000, log)]);
  await merged.next();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log).toEqual(["a1", "b1"]);
});

test("a reader who leaves ends all sources", async () => {
  const log: string[] = [];
  for await (const item of oneByOne([counted("a", 9, log), counted("b", 9, log)])) if (item === "a2") break;
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(log).toContain("a over");
  expect(log).toContain("b over");
});

test("of no sources there is nothing", async () => {
  expect(await collect(oneByOne([]))).toEqual([]);
});

test("what is ready together is given together, each item with the place of its source", async () => {
  const batches: string[][] = [];
  for await (const batch of merge([counted("a", 2), counted("b", 2)], (item, index) => `${index}:${item}`)) {
    batches.push(batch);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(batches).toEqual([
    ["0:a1", "1:b1"],
    ["0:a2", "1:b2"],
  ]);
});
