import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { config } from "@/proxy";
import { guardPage } from "@/lib/server/page-guard";

function visit(headers: Record<string, string> = {}, method = "GET"): Response {
  return guardPage(
    new NextRequest("http://localhost:3000/", { method, headers: { host: "localhost:3000", ...headers } }),
  );
}

function nonceOf(response: Response): string | undefined {
  return /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
}

test("a page may load only what is ours, and scripts only with this answer's nonce", () => {
  const policy = visit().headers.get("content-security-policy") ?? "";
  const rules = new Map(
    policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]),
  );
  expect(rules.get("default-src")).toBe("'none'");
  expect(rules.get("script-src")).toMatch(/^'self' 'nonce-[\w+/=]{24}' 'wasm-unsafe-eval'$/);
  for (const own of ["style-src", "worker-src", "connect-src", "font-src", "manifest-src"])
    expect(rules.get(own)).toBe("'self'");
  for (const none of ["base-uri", "frame-ancestors", "object-src"]) expect(rules.get(none)).toBe("'none'");
  expect(policy).not.toMatch(/'unsafe-|\*|https?:|ws:/);
});

test("a nonce is used once, and Next is told it", () => {
  const nonces = Array.from({ length: 50 }, () => nonceOf(visit()));
  expect(new Set(nonces).size).toBe(50);
  const response = visit();
  expect(response.headers.get("x-middleware-request-content-security-policy")).toContain(
    `'nonce-${nonceOf(response)}'`,
  );
});

test("a new visitor gets an owner of 128 random bits that scripts cannot read; a known one keeps theirs", () => {
  expect(visit().headers.get("set-cookie")).toMatch(
    /^fader-owner=[\w-]{22}; Path=\/; HttpOnly; SameSite=lax$/,
  );
  expect(visit({ cookie: `fader-owner=${"a".repeat(22)}` }).headers.get("set-cookie")).toBeNull();
  expect(visit({ cookie: "fader-owner=forged value" }).headers.get("set-cookie")).toMatch(
    /^fader-owner=[\w-]{22};/,
  );
});

test("a foreign Host gets a plain refusal in the visitor's language", async () => {
  const response = visit({ host: "evil.example", "accept-language": "zh-CN" });
  expect([response.status, response.headers.get("content-type")]).toEqual([421, "text/plain; charset=utf-8"]);
  expect(await response.text()).toMatch(/FADER_PUBLIC_ORIGINS/);
  expect(response.headers.get("set-cookie")).toBeNull();
});

test.each(["POST", "PUT", "DELETE", "PATCH"])("a page is only read: %s is refused", (method) => {
  const response = visit({ "next-action": "x" }, method);
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test("a short link is kept on the way through the sign-in page, and nothing else is", async () => {
  vi.stubEnv("FADER_PASSWORD", "correct horse battery");
  vi.resetModules();
  const { guardPage } = await import("@/lib/server/page-guard");
  const target = (path: string) =>
    guardPage(
      new NextRequest(`http://localhost:3000${path}`, { headers: { host: "localhost:3000" } }),
    ).headers.get("location");
  const id = "Ab_-".repeat(5) + "xy";
  expect(target(`/s/${id}?x=1`)).toBe(`http://localhost:3000/sign-in?link=${id}`);
  for (const path of ["/", "/s/", "/s/a/b", "/s//evil.example", "/s/a%2Fb", "/other"])
    expect(target(path)).toBe("http://localhost:3000/sign-in");
  vi.unstubAllEnvs();
});

test("stands before pages, not before route handlers and files", () => {
  const matcher = new RegExp(`^${config.matcher[0]}$`);
  expect(["/", "/lessons", "/s/abc", "/apiary"].map((path) => matcher.test(path))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  const others = ["/api/run", "/api/models", "/_next/static/a.js", "/sprout/weights.bin", "/favicon.ico"];
  expect(others.map((path) => matcher.test(path))).toEqual([false, false, false, false, false]);
});
