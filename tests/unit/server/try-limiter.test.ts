import { afterEach, expect, test, vi } from "vitest";
import { TryLimiter } from "@/lib/server/access/try-limiter";

afterEach(() => vi.unstubAllEnvs());

test("ten wrong ones of an address within a minute close it, the oldest opens it again", () => {
  let now = 0;
  const limiter = new TryLimiter(() => now);
  for (let n = 0; n < 10; n += 1) {
    limiter.check("a");
    limiter.failed("a");
    now += 1000;
  }
  expect(() => limiter.check("a")).toThrow("too_many_tries");
  expect(() => limiter.check("b")).not.toThrow();
  now = 60_000;
  expect(() => limiter.check("a")).not.toThrow();
  limiter.failed("a");
  expect(() => limiter.check("a")).toThrow("too_many_tries");
});

test("sixty wrong ones from anywhere close it for all, and memory stays small", () => {
  const limiter = new TryLimiter(() => 0);
  for (let n = 0; n < 60; n += 1) limiter.failed(`address ${n}`);
  expect(() => limiter.check("new")).toThrow("too_many_tries");
  // The 60 addresses, and what counts for all of them.
  expect(limiter.addresses).toBe(61);
  for (let n = 0; n < 5000; n += 1) limiter.failed(`more ${n}`);
  expect(limiter.addresses).toBeLessThanOrEqual(1000);
});

/** How many of 10,000 guesses, each with an X-Forwarded-For of its own, are looked at. */
async function lookedAt(hops: string, forwarded: (n: number) => string): Promise<number> {
  vi.stubEnv("FADER_TRUSTED_PROXY_HOPS", hops);
  vi.stubEnv("FADER_PASSWORD", "the right password");
  vi.resetModules();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("fader.try-limiter")];
  const { checkPassword } = await import("@/lib/server/access/access");
  let count = 0;
  for (let n = 0; n < 10_000; n += 1)
    try {
      checkPassword(`guess ${n}`, new Headers({ "x-forwarded-for": forwarded(n) }));
      count += 1;
    } catch {}
  return count;
}

test("a made-up X-Forwarded-For buys no guess", async () => {
  expect(await lookedAt("0", (n) => `10.0.${n >> 8}.${n & 255}`)).toBe(10);
  // Behind one proxy the last entry is the proxy's own word; what stands before it is not.
  expect(await lookedAt("1", (n) => `10.0.${n >> 8}.${n & 255}, 192.0.2.1`)).toBe(10);
  expect(await lookedAt("2", (n) => `6.6.6.${n & 255}, 192.0.2.1, 192.0.2.2`)).toBe(10);
  expect(await lookedAt("1", (n) => `192.0.${n >> 8}.${n & 255}`)).toBe(60);
});
