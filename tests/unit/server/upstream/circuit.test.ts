import { expect, test } from "vitest";
import { Circuit, circuitName } from "@/lib/server/upstream/circuit";

test("five failures within 30 seconds rest a provider for 15, and no other", () => {
  let now = 0;
  const circuit = new Circuit(() => now);
  const fail = (times: number) => {
    for (let n = 0; n < times; n += 1) circuit.failed("a", "provider_failed");
  };
  fail(4);
  expect(() => circuit.check("a")).not.toThrow();
  fail(1);
  expect(() => circuit.check("a")).toThrow("provider_resting");
  expect(() => circuit.check("b")).not.toThrow();
  now = 14_999;
  expect(() => circuit.check("a")).toThrow("provider_resting");
  now = 15_000;
  expect(() => circuit.check("a")).not.toThrow();
});

test("failures far apart, refusals and a success between do not add up", () => {
  let now = 0;
  const circuit = new Circuit(() => now);
  for (let n = 0; n < 20; n += 1) {
    circuit.failed("slow", "provider_failed");
    now += 10_000;
    circuit.failed("refused", "bad_key");
    circuit.failed("good", "provider_unreachable");
    circuit.succeeded("good");
  }
  for (const name of ["slow", "refused", "good"]) expect(() => circuit.check(name)).not.toThrow();
});

test("its names hold nothing of a key, and keys have circuits of their own", () => {
  expect(circuitName("openai", "sk-secret")).not.toContain("secret");
  expect(circuitName("openai", "sk-a")).not.toBe(circuitName("openai", "sk-b"));
});
