import { expect, test, vi } from "vitest";
import type * as EnvModule from "@/lib/server/env";
import { checkSite } from "@/lib/server/same-site";

const settings = {
  FADER_HOST: "127.0.0.1",
  PORT: 3000,
  FADER_PUBLIC_ORIGINS: ["https://fader.school.example"],
};
vi.mock("@/lib/server/env", async (original) => ({
  ...(await original<typeof EnvModule>()),
  readSettings: () => settings,
}));

function accepts(host: string, site: string | undefined, origin: string | undefined): boolean {
  const given = { host, "sec-fetch-site": site, origin };
  const headers = new Headers(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  try {
    checkSite(headers);
    return true;
  } catch {
    return false;
  }
}

const SITES = [undefined, "same-origin", "none", "same-site", "cross-site", "Same-Origin"];
const ORIGINS = [
  undefined,
  "http://localhost:3000",
  "https://fader.school.example",
  "http://localhost:4000",
  "https://evil.example",
  "null",
];

/** Rows are Sec-Fetch-Site, columns Origin, in the order above; "+" is accepted. */
const MATRIX = ["+++---", "+++++-", "+++++-", "------", "------", "------"];

const CASES = SITES.flatMap((site, row) =>
  ORIGINS.map((origin, column) => ({ site, origin, expected: MATRIX[row]?.[column] === "+" })),
);

test.each(CASES)("at localhost, site $site and origin $origin: $expected", ({ site, origin, expected }) => {
  expect(accepts("localhost:3000", site, origin)).toBe(expected);
});

test("a loopback origin counts only under the very address it names", () => {
  expect(accepts("127.0.0.1:3000", undefined, "http://localhost:3000")).toBe(false);
  expect(accepts("127.0.0.1:3000", undefined, "http://127.0.0.1:3000")).toBe(true);
  expect(accepts("[::1]:3000", undefined, "http://[::1]:3000")).toBe(true);
  expect(accepts("fader.school.example", undefined, "http://fader.school.example")).toBe(false);
  expect(accepts("localhost:3000", undefined, "http://localhost:3000.evil.example")).toBe(false);
  expect(accepts("localhost:3000", undefined, "https://fader.school.example.evil.example")).toBe(false);
});
