import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { createEventDecoder, encodeEvent, EventTooLargeError, HEARTBEAT } from "@/lib/sse";
import { IS_FULL, times } from "../support/counts";
import { GOLDEN } from "../support/transcripts";

const encoder = new TextEncoder();

/** Decodes `bytes` cut at the given places. */
function decodeCut(bytes: Uint8Array, cuts: readonly number[]): string[] {
  const decoder = createEventDecoder();
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  return places.slice(1).flatMap((end, index) => decoder.push(bytes.subarray(places[index], end)));
}

const TEXTS = [
  "Hello",
  "你好，世界。",
  "👩‍👩‍👧‍👦 🏳️‍🌈",
  "line\nline\r\nline\r",
  "",
  "é\u2028\u2029",
  "data: data:\n\n",
  "\ufeff",
];

/** One transcript with everything that may stand in a stream: comments, all line ends, many-line data, other fields. */
const TRANSCRIPT = encoder.encode(
  TEXTS.map((text) => encodeEvent({ text })).join(HEARTBEAT) +
    ': comment\r\ndata: {"a":\r\ndata: 1}\r\nid: 7\r\n\r\nevent: other\rdata: "雪"\r\rretry: 3\ndata\n\ndata:"no space"\n\n',
);

test("what is encoded comes back, whatever the text", () => {
  expect(
    decodeCut(TRANSCRIPT, [])
      .slice(0, TEXTS.length)
      .map((data) => JSON.parse(data) as unknown),
  ).toEqual(TEXTS.map((text) => ({ text })));
});

/** Every transcript there is, with what it holds when it comes in one piece. */
const ALL = [TRANSCRIPT, ...Object.values(GOLDEN).map(({ blocks }) => encoder.encode(blocks.join("")))].map(
  (bytes) => ({ bytes, whole: decodeCut(bytes, []) }),
);

test("no transcript has a character that was broken", () => {
  expect(ALL.map(({ whole }) => whole.join("")).filter((text) => /\ufffd/i.test(text))).toEqual([]);
});

test("every single cut, and byte by byte, parses alike", () => {
  for (const { bytes, whole } of ALL) {
    for (let cut = 0; cut <= bytes.length; cut += 1) expect(decodeCut(bytes, [cut])).toEqual(whole);
    expect(decodeCut(bytes, [...bytes.keys()])).toEqual(whole);
  }
});

const PARTITIONS = times(5000, 100_000);

test(`${PARTITIONS} random partitions parse alike`, () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
  let parsed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...ALL), cuts, ({ bytes, whole }, places) => {
      parsed += 1;
      const found = decodeCut(
        bytes,
        places.map((place) => Math.floor(place * bytes.length)),
      );
      return found.join("\0") === whole.join("\0");
    }),
    { numRuns: PARTITIONS },
  );
  if (IS_FULL) console.log(`${parsed} random partitions of ${ALL.length} transcripts parsed alike`);
  expect(parsed).toBe(PARTITIONS);
}, 300_000);

test("a text of any characters survives any cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.nat(200)), (text, places) => {
      const bytes = encoder.encode(encodeEvent({ text }));
      const found = decodeCut(
        bytes,
        places.map((place) => Math.min(place, bytes.length)),
      );
      expect(found.map((data) => JSON.parse(data) as unknown)).toEqual([{ text }]);
    }),
    { numRuns: times(1000, 20_000) },
  );
}, 300_000);

test("a line that never ends is refused, not held", () => {
  const decoder = createEventDecoder();
  const chunk = encoder.encode("x".repeat(64 * 1024));
  const feed = () => {
    for (let size = 0; size < 2 * LIMITS.eventBytes; size += chunk.length) decoder.push(chunk);
  };
  expect(feed).toThrow(EventTooLargeError);
});

test("data lines without an end are refused too", () => {
  const decoder = createEventDecoder();
  const chunk = encoder.encode(`data: ${"x".repeat(64 * 1024)}\n`);
  const feed = () => {
    for (let size = 0; size < 2 * LIMITS.eventBytes; size += chunk.length) decoder.push(chunk);
  };
  expect(feed).toThrow(EventTooLargeError);
});
