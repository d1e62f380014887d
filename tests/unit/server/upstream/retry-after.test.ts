import { expect, test } from "vitest";
import { readRetryAfter } from "@/lib/server/upstream/retry-after";
import { RETRY_AFTER_SHAPES, RETRY_NOW } from "../../../support/retry-after-shapes";

test.each(RETRY_AFTER_SHAPES)("$what", ({ headers, waitMs }) => {
  expect(readRetryAfter(new Headers(headers), RETRY_NOW)).toBe(waitMs);
});
