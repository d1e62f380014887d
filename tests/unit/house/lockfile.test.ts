import { readFileSync } from "node:fs";
import { satisfies } from "semver";
import { describe, expect, it } from "vitest";
import { missingStubs, type Lock } from "@/lib/cli/lock-stubs";

const text = readFileSync("package-lock.json", "utf8");
const lock = JSON.parse(text) as Lock;

describe("package-lock.json", () => {
  it("holds every platform's builds, so that npm ci works on any machine", () => {
    expect(Object.keys(missingStubs(lock))).toEqual([]);
    const holed = { packages: { ...lock.packages } };
    delete holed.packages["node_modules/@next/swc-darwin-arm64"];
    expect(Object.keys(missingStubs(holed))).toEqual(["node_modules/@next/swc-darwin-arm64"]);
  });

  it("names no registry", () => {
    expect(text).not.toContain('"resolved"');
  });

  it("holds Next at 16.3.8 or above, where the known holes are closed", () => {
    const [major, minor, patch] = (lock.packages["node_modules/next"]?.version ?? "0").split(".").map(Number);
    expect((major ?? 0) * 10_000 + (minor ?? 0) * 100 + (patch ?? 0)).toBeGreaterThanOrEqual(160_308);
  });

  it("holds only packages that admit Node 20.19", () => {
    const refused = Object.entries(lock.packages).filter(([, { engines, optional }]) => {
      const node = (engines as { node?: string } | undefined)?.node;
      return !optional && node !== undefined && !satisfies("20.19.0", node);
    });
    expect(refused.map(([name]) => name)).toEqual([]);
  });
});
