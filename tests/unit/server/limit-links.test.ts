import { afterEach, expect, test, vi } from "vitest";
import { RateLimiter } from "@/lib/server/access/rate-limiter";
import { forgetCounts } from "../../support/store-in";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** Tries to make so many links, each with an X-Forwarded-For of its own; says how many each sender was allowed. */
async function allowed(hops: string, count: number, forwarded: (n: number) => string) {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  vi.stubEnv("FADER_TRUSTED_PROXY_HOPS", hops);
  vi.resetModules();
  forgetCounts();
  const { limitLinks } = await import("@/lib/server/links/limit-links");
  const made: Record<string, number> = {};
  for (let n = 0; n < count; n += 1) {
    const sender = forwarded(n);
    try {
      limitLinks(new Headers({ "x-forwarded-for": sender }));
      made[sender] = (made[sender] ?? 0) + 1;
    } catch {}
  }
  return { made, sum: Object.values(made).reduce((sum, each) => sum + each, 0) };
}

test("a made-up X-Forwarded-For buys no link", async () => {
  expect((await allowed("0", 10_000, (n) => `10.0.${n >> 8}.${n & 255}`)).sum).toBe(60);
  expect((await allowed("1", 10_000, (n) => `10.0.${n >> 8}.${n & 255}, 192.0.2.1`)).sum).toBe(60);
});

test("behind a proxy senders are told apart, up to 300 links a minute of all", async () => {
  expect(await allowed("1", 200, (n) => `192.0.2.${n % 2}`)).toEqual({
    made: { "192.0.2.0": 60, "192.0.2.1": 60 },
    sum: 120,
  });
  expect((await allowed("1", 1000, (n) => `192.0.2.${n % 100}`)).sum).toBe(300);
});

test("what is counted is forgotten after its time, and no number of addresses makes it grow", () => {
  let now = 0;
  const limiter = new RateLimiter({ withinMs: 1000, ofOne: 2, ofAll: 100_000 }, () => now);
  limiter.count("a");
  now = 400;
  limiter.count("a");
  expect([limiter.waitMs("a"), limiter.waitMs("b")]).toEqual([600, 0]);
  now = 1000;
  expect(limiter.waitMs("a")).toBeLessThanOrEqual(0);
  for (let n = 0; n < 5000; n += 1) limiter.count(`address ${n}`);
  expect(limiter.addresses).toBeLessThanOrEqual(1000);
});
