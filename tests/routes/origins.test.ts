import { afterEach, expect, test, vi } from "vitest";

const LAN = "http://192.168.1.20:3000";
const NAMED = "https://fader.school.example";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function originsFor(host: string, publicOrigins: string): Promise<unknown> {
  vi.stubEnv("FADER_PUBLIC_ORIGINS", publicOrigins);
  vi.resetModules();
  const { GET } = await import("@/app/api/origins/route");
  const response = await GET(new Request(`http://${host}/api/origins`, { headers: { host } }));
  return response.status === 200
    ? ((await response.json()) as { origins: unknown }).origins
    : response.status;
}

test("whoever sits at this machine is told where others reach it, but no name of this machine alone", async () => {
  const given = [NAMED, LAN, "http://localhost:3000"].join(",");
  for (const host of ["127.0.0.1:3000", "localhost:3000", "[::1]:3000"])
    expect(await originsFor(host, given)).toEqual([NAMED, LAN]);
  expect(await originsFor("127.0.0.1:3000", "")).toEqual([]);
});

test("those who came by a public name are not told the others; strangers nothing", async () => {
  for (const host of ["192.168.1.20:3000", "fader.school.example"])
    expect(await originsFor(host, [NAMED, LAN].join(","))).toEqual([]);
  expect(await originsFor("evil.example", LAN)).toBe(421);
});
