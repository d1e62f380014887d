import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { createEventDecoder, encodeEvent, EventTooLargeError, HEARTBEAT } from "@/lib/sse";

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

test("every single cut, and byte by byte, parses alike", () => {
  const whole = decodeCut(TRANSCRIPT, []);
  for (let cut = 0; cut <= TRANSCRIPT.length; cut += 1) expect(decodeCut(TRANSCRIPT, [cut])).toEqual(whole);
  expect(decodeCut(TRANSCRIPT, [...TRANSCRIPT.keys()])).toEqual(whole);
});

test("10,000 random partitions parse alike", () => {
  const whole = JSON.stringify(decodeCut(TRANSCRIPT, []));
  const cuts = fc.array(fc.integer({ min: 0, max: TRANSCRIPT.length }), { maxLength: 40 });
  fc.assert(
    fc.property(cuts, (places) => JSON.stringify(decodeCut(TRANSCRIPT, places)) === whole),
    { numRuns: 10_000 },
  );
});

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
    { numRuns: 1000 },
  );
});

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
