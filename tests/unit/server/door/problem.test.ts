import { expect, test } from "vitest";
import { ERRORS } from "@/lib/errors";
import { errorBody, problemAnswer, statusOf } from "@/lib/server/door/problem";

test.each([
  [400, "invalid_request_error"],
  [401, "authentication_error"],
  [402, "insufficient_quota"],
  [403, "permission_error"],
  [404, "invalid_request_error"],
  [408, "invalid_request_error"],
  [422, "invalid_request_error"],
  [429, "rate_limit_error"],
  [500, "server_error"],
  [503, "server_error"],
])("a provider's %i goes through as %s", async (status, type) => {
  const response = problemAnswer({ status, code: "provider_refused", message: "No." });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({
    error: { message: "No.", type, param: null, code: "provider_refused" },
  });
});

test.each([0, 200, 302, 399, 600])("%i is none of a failure", (status) => {
  expect(statusOf({ status, code: "provider_odd", message: "" })).toBe(502);
});

test("what OpenAI has a name for bears it", () => {
  const told = (code: string, status: number) => {
    const problem = { code, status, message: "" };
    const { error } = errorBody(problem);
    return [statusOf(problem), error.code, error.param];
  };
  expect(told("unknown_model", 404)).toEqual([404, "model_not_found", "model"]);
  expect(told("context_overflow", 422)).toEqual([400, "context_length_exceeded", "messages"]);
  expect(told("too_long", 413)).toEqual([413, "context_length_exceeded", "messages"]);
  expect(told("bad_key", 401)).toEqual([401, "invalid_api_key", null]);
  expect(told("rate_limited", 429)).toEqual([429, "rate_limit_exceeded", null]);
  expect(told("toString", 400)).toEqual([400, "toString", null]);
});

test("every error of Fader's has a status that a response can have", () => {
  for (const [code, { status }] of Object.entries(ERRORS))
    expect(problemAnswer({ code, status, message: "x" }).status).toBeGreaterThanOrEqual(400);
});

test.each([
  [undefined, null],
  [0, "0"],
  [1, "1"],
  [1000, "1"],
  [1001, "2"],
])("a wait of %s ms is told as %s s", (retryAfterMs, seconds) => {
  const response = problemAnswer({ status: 429, code: "rate_limited", message: "", retryAfterMs });
  expect(response.headers.get("retry-after")).toBe(seconds);
});
