import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "@/lib/links/base64url";
import { deflate, inflate, type Inflated } from "@/lib/links/deflate";
import { decodeLink } from "@/lib/links/link-codec";
import { LINK_LIMITS } from "@/lib/links/link-limits";
import { IS_FULL } from "../../support/counts";

const MEGABYTE = 1024 * 1024;
const bytes = fc.uint8Array({ maxLength: 3000 });

test("what is deflated inflates to the same bytes, and is what zlib makes of them", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (each) => {
      const deflated = await deflate(each);
      expect(await inflate(deflated, each.length)).toEqual({ bytes: each });
      expect(await inflate(deflateSync(each), each.length)).toEqual({ bytes: each });
      if (each.length > 0)
        expect(await inflate(deflated, each.length - 1)).toMatchObject({ problem: "tooLarge" });
    }),
  );
});

test("what was changed on its way is noticed, by the checksum where by nothing else", async () => {
  const stored = deflateSync(new Uint8Array(1000).fill(65), { level: 0 });
  for (let at = 0; at < stored.length; at += 7) {
    const changed = Uint8Array.from(stored);
    changed[at] = (changed[at] as number) ^ 4;
    expect(await inflate(changed, 10_000)).toMatchObject({ problem: "damaged" });
  }
  expect(await inflate(stored.subarray(0, -1), 10_000)).toMatchObject({ problem: "damaged" });
  expect(await inflate(new Uint8Array(), 10_000)).toMatchObject({ problem: "damaged" });
});

test("a bomb is stopped while it inflates", async () => {
  const bomb = deflateSync(new Uint8Array(100 * MEGABYTE), { level: 9 });
  await inflate(bomb, 10);
  const before = process.memoryUsage().rss;
  const tries: number[] = [];
  let stopped: Inflated | undefined;
  for (let count = 0; count < 5; count += 1) {
    const startedAt = performance.now();
    stopped = await inflate(bomb, LINK_LIMITS.documentBytes);
    tries.push(performance.now() - startedAt);
  }
  // Others may use this machine; the quickest says what it takes.
  const took = Math.min(...tries);
  const grown = (process.memoryUsage().rss - before) / MEGABYTE;
  expect(stopped).toMatchObject({ problem: "tooLarge" });
  // A piece of what is fed inflates to a thousand times as much, and a stream works a few ahead.
  expect((stopped as { inflated: number }).inflated).toBeLessThan(LINK_LIMITS.documentBytes + 2 * MEGABYTE);
  console.log(`bomb: ${bomb.length} bytes for 100 MiB, ${took.toFixed(1)} ms, ${grown.toFixed(1)} MiB`);
  if (!IS_FULL) return;
  expect(took).toBeLessThan(50);
  expect(grown).toBeLessThan(10);
});

test("a bomb as large as a link may be is stopped too", async () => {
  const deflated = deflateSync(new Uint8Array(11 * MEGABYTE), { level: 9 });
  const link = `1.${deflated.toString("base64url")}`;
  expect(link.length).toBeLessThan(LINK_LIMITS.linkCharacters);
  expect(await decodeLink(link)).toEqual({
    problem: { code: "tooLarge", limit: LINK_LIMITS.documentBytes },
  });
});

test("base64url is that of Node, without padding, and each text has one way to be written", () => {
  fc.assert(
    fc.property(bytes, (each) => {
      const text = toBase64Url(each);
      expect(text).toBe(Buffer.from(each).toString("base64url"));
      expect(fromBase64Url(text)).toEqual(each);
    }),
  );
  for (const wrong of ["A", "AB", "AAB", "AA==", "A+", "A/", "é", "AAAA\n"])
    expect([wrong, fromBase64Url(wrong)]).toEqual([wrong, undefined]);
});
