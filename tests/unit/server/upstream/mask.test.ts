import { expect, test } from "vitest";
import { mask } from "@/lib/server/upstream/mask";

const KEY = "canary.not-like-a-key";

test.each([
  ["Incorrect API key provided: sk-abcd1234efgh5678.", /sk-|1234|5678/],
  ["Incorrect API key provided: sk-CANAR*****************1234. You can find", /CANAR|1234/],
  ["Incorrect API key provided: sk-bad****. You can find", /sk-bad/],
  ["token hf_abcdefghij is invalid", /abcdefghij/],
  [`your key ${KEY} is bad, ${KEY}`, /canary/],
  ["Bearer abcdef123456 refused", /abcdef123456/],
  ["jwt eyJhbGciOi.eyJzdWIiOiIx.c2ln is expired", /eyJ/],
])("%s", (said, secret) => {
  expect(mask(said, KEY)).not.toMatch(secret);
  expect(mask(said, KEY)).toContain("…");
  if (said.startsWith("Incorrect")) expect(mask(said, KEY)).toMatch(/^Incorrect API key provided: …/);
});

test("keeps what is no key, drops markup, control characters and what is too much", () => {
  const said = "You exceeded your current quota, please check your plan and billing details.";
  expect(mask(said, KEY)).toBe(said);
  expect(mask("<!DOCTYPE html><html><body>502</body></html>", KEY)).toBe("");
  expect(mask("a\u0000b\u202ec\nd", undefined)).toBe("a b c d");
  expect(mask("word ".repeat(500), undefined)).toHaveLength(500);
});
