import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "@/lib/cli/choose-port";
import { lanAddresses, originOf } from "@/lib/cli/lan-addresses";
import { ROOT } from "@/lib/cli/project";
import { CLEAN_ENVIRONMENT } from "../support/clean-environment";
import { runBody } from "../support/run-bodies";
import { FULL_DOCUMENT } from "../unit/links/support";

const SECRET = "sk-CANARY-of-the-operator";
const PROMPT = "CANARY-prompt in the network";
/** A machine without a network has no address to be reached by: these tests are skipped there, and counted as such. */
const addresses = lanAddresses(networkInterfaces());

type Start = { child: ChildProcess; output: () => string };

function start(args: string[], environment: Record<string, string>): Start {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/start.ts", ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...CLEAN_ENVIRONMENT,
      FADER_BUILD_FOLDER: ".next-test",
      NO_COLOR: "1",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

/** Status and body of a request with whatever headers: fetch would set Host by itself. */
async function ask(
  origin: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: object } = {},
): Promise<{ status?: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${origin}${path}`,
      {
        method: body ? "POST" : "GET",
        headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers },
      },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => resolve({ status: response.statusCode, text }));
      },
    );
    asked.on("error", reject);
    asked.end(body && JSON.stringify(body));
  });
}

test("a slip in the arguments ends at once, with what is known", async () => {
  const { child, output } = start(["--lna"], {});
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(output()).toContain('does not know "--lna"');
  expect(output()).toContain("npm start -- --lan");
});

describe.skipIf(addresses.length === 0)("npm start -- --lan", () => {
  let port: number;
  let served: Start;
  let data: string;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "fader-lan-"));
    const deadline = Date.now() + 50_000;
    // The port was free when it was looked for; another may have had it given since.
    do {
      port = await freePort();
      served = start(["--lan"], {
        PORT: String(port),
        FADER_DATA: data,
        OPENAI_API_KEY: SECRET,
        OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
      });
      while (!/In this network|is taken/.test(served.output()) && Date.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 100));
    } while (served.output().includes("is taken") && Date.now() < deadline);
  });
  afterAll(async () => {
    const ended = once(served.child, "exit");
    served.child.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  });

  const origin = (address: string) => originOf(address, port);

  test("says each address, with a QR code, and that the server's keys stay closed", () => {
    for (const address of addresses) expect(served.output()).toContain(origin(address));
    expect(served.output()).toMatch(/█▀|▀█/);
    expect(served.output()).toContain("keys and servers stay closed");
    expect(served.output()).not.toContain(SECRET);
  });

  test.each(addresses)(
    "page, run and short link work at %s, under its own Host and Origin",
    async (address) => {
      const own = { origin: origin(address) };
      expect(await ask(origin(address), "/")).toMatchObject({
        status: 200,
        text: expect.stringContaining("Sprout"),
      });
      const played = await ask(origin(address), "/api/run", {
        headers: own,
        body: runBody({ parameters: { maxOutputTokens: 2 } }),
      });
      expect(played).toMatchObject({ status: 200, text: expect.stringContaining('"type":"end"') });
      const made = await ask(origin(address), "/api/links", {
        headers: own,
        body: { experiment: { ...FULL_DOCUMENT, message: PROMPT } },
      });
      expect(made.status).toBe(201);
      const { id, url } = JSON.parse(made.text) as { id: string; url: string };
      expect(url).toBe(`${origin(address)}/s/${id}`);
      expect((await ask(origin(address), `/api/links/${id}`)).text).toContain(PROMPT);
      expect((await ask(origin(address), `/s/${id}`)).status).toBe(200);
      expect(served.output()).not.toContain(PROMPT);
    },
  );

  test("this machine reaches it by its own name too", async () => {
    expect((await ask(`http://127.0.0.1:${port}`, "/api/health")).status).toBe(200);
  });

  test("a foreign Host, another port of an own address and a foreign Origin are refused", async () => {
    const here = origin(addresses[0] ?? "");
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      new URL(originOf(addresses[0] ?? "", 81)).host,
    ])
      expect((await ask(here, "/", { headers: { host } })).status).toBe(421);
    const crossed = await ask(here, "/api/links", {
      headers: { origin: "http://evil.example" },
      body: { experiment: { ...FULL_DOCUMENT, message: PROMPT } },
    });
    expect(crossed).toMatchObject({ status: 403, text: expect.stringContaining("cross_site") });
  });

  test("the server's key is not for the network: no rule says so", async () => {
    const body = runBody();
    for (const pane of body.panes) pane.model = "openai/gpt-4o-mini";
    const played = await ask(origin(addresses[0] ?? ""), "/api/run", { body });
    expect(played.text).toContain('"code":"no_access_rule"');
  });
});
