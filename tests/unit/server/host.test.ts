import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type * as EnvModule from "@/lib/server/env";
import { checkHost } from "@/lib/server/host";

const settings = vi.hoisted(() => ({
  FADER_HOST: "127.0.0.1",
  PORT: 3000,
  FADER_PUBLIC_ORIGINS: [] as string[],
}));
vi.mock("@/lib/server/env", async (original) => ({
  ...(await original<typeof EnvModule>()),
  readSettings: () => settings,
}));

beforeEach(() => {
  settings.FADER_PUBLIC_ORIGINS = ["https://fader.school.example", "http://10.1.2.3:8080"];
});
afterEach(() => {
  settings.FADER_PUBLIC_ORIGINS = [];
});

function accepts(host: string | undefined): boolean {
  try {
    checkHost(new Headers(host === undefined ? {} : { host }));
    return true;
  } catch {
    return false;
  }
}

const ACCEPTED = [
  "localhost",
  "localhost:3000",
  "LOCALHOST:3000",
  "Localhost:49152",
  "127.0.0.1",
  "127.0.0.1:3000",
  "127.0.0.1:65535",
  "[::1]",
  "[::1]:3000",
  "fader.school.example",
  "FADER.school.example",
  "fader.school.example:443",
  "10.1.2.3:8080",
];

const REFUSED = [
  undefined,
  "",
  "evil.example",
  "evil.example:3000",
  "localhost.evil.example",
  "evil.example/localhost",
  "localhost.",
  "localhost.:3000",
  "127.0.0.1.",
  "127.1",
  "127.0.0.2",
  "0.0.0.0:3000",
  "2130706433",
  "0x7f.0.0.1",
  "0177.0.0.1",
  "::1",
  "[::]",
  "[::ffff:127.0.0.1]",
  "::ffff:127.0.0.1",
  "[::ffff:7f00:1]:3000",
  "localhost:",
  "localhost:0",
  "localhost:65536",
  "localhost:99999",
  "localhost:3000:3000",
  "localhost:http",
  "user@localhost",
  "localhost@evil.example",
  "localhost/#@evil.example",
  "localhost:3000@evil.example",
  "localhost,evil.example",
  "localhost evil.example",
  "http://localhost",
  "xn--lcalhost-2fg",
  "fader.school.example:80",
  "fader.school.example.",
  "evil.fader.school.example",
  "10.1.2.3",
  "10.1.2.3:80",
];

test.each(ACCEPTED)("answers to %s", (host) => expect(accepts(host)).toBe(true));
test.each(REFUSED)("refuses %s", (host) => expect(accepts(host)).toBe(false));

test("without public origins only this machine's names are left", () => {
  settings.FADER_PUBLIC_ORIGINS = [];
  expect([...ACCEPTED].filter(accepts)).toEqual(ACCEPTED.slice(0, 9));
});
