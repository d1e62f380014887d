import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { RunRegistry } from "@/lib/server/run-registry";

test("a run id is claimed once, and again after its release", () => {
  const registry = new RunRegistry();
  const claim = registry.claim("r", ["a"], "owner");
  expect(() => registry.claim("r", ["a"], "owner")).toThrow("run_exists");
  expect(() => registry.claim("r", ["a"], "other")).toThrow("run_exists");
  claim.release();
  expect(registry.size).toBe(0);
  registry.claim("r", ["a"], "owner");
});

test("stopping one pane leaves the others", () => {
  const registry = new RunRegistry();
  const claim = registry.claim("r", ["a", "b", "c"], "owner");
  registry.stop("r", "b", "owner");
  expect(["a", "b", "c"].map((pane) => claim.signalOf(pane).aborted)).toEqual([false, true, false]);
  registry.stop("r", "b", "owner");
  registry.stop("r", "unknown", "owner");
  registry.stop("unknown", undefined, "owner");
  expect(claim.signalOf("a").aborted).toBe(false);
  registry.stop("r", undefined, "owner");
  expect(claim.signalOf("a").aborted && claim.signalOf("c").aborted).toBe(true);
});

test("nobody stops what is someone else's", () => {
  const registry = new RunRegistry();
  const claim = registry.claim("r", ["a"], "owner");
  for (const other of ["", "Owner", "owner "]) {
    registry.stop("r", undefined, other);
    registry.stop("r", "a", other);
  }
  expect(claim.signalOf("a").aborted).toBe(false);
});

test("an owner may have a few runs at once, and another owner as many", () => {
  const registry = new RunRegistry();
  const claims = Array.from({ length: LIMITS.runsAtOnce }, (_, n) => registry.claim(`r${n}`, ["a"], "owner"));
  expect(() => registry.claim("more", ["a"], "owner")).toThrow("too_many_runs");
  registry.claim("theirs", ["a"], "other");
  claims[0]?.release();
  registry.claim("more", ["a"], "owner");
});

test("a release stops what still goes, and a late second one does not free the next run of that id", () => {
  const registry = new RunRegistry();
  const first = registry.claim("r", ["a"], "owner");
  first.release();
  expect(first.signalOf("a").aborted).toBe(true);
  const second = registry.claim("r", ["a"], "owner");
  first.release();
  expect(registry.size).toBe(1);
  expect(second.signalOf("a").aborted).toBe(false);
});
