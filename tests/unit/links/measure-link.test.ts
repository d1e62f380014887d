import { expect, test } from "vitest";
import { measureLink } from "@/lib/links/measure-link";
import { isThisMachine } from "@/lib/links/this-machine";
import { FULL_DOCUMENT } from "./support";

/** Text that hardly deflates. */
function noise(characters: number): string {
  let state = 1;
  return Array.from({ length: characters }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 20_000));
  }).join("");
}

test("gives the bytes of what is stored, and the link", async () => {
  const measured = await measureLink({ ...FULL_DOCUMENT, title: "猫" });
  expect(measured.bytes).toBe(Buffer.byteLength(JSON.stringify({ ...FULL_DOCUMENT, title: "猫" })));
  expect(measured).toHaveProperty("link");
});

test("says where a link would be too long, and where even a short link could not hold it", async () => {
  const long = await measureLink({ ...FULL_DOCUMENT, message: noise(20_000) });
  expect(long).toMatchObject({ problem: { code: "tooLong", limit: 16 * 1024 } });
  const large = await measureLink({ ...FULL_DOCUMENT, system: noise(50_000), message: noise(50_000) });
  expect(large).toMatchObject({ problem: { code: "tooLarge" } });
  expect(large.bytes).toBeGreaterThan(256 * 1024);
});

test("knows which origins lead every machine to itself", () => {
  const own = ["http://localhost:3000", "http://127.0.0.1", "http://[::1]:3000"];
  const others = [
    "http://192.168.1.20:3000",
    "https://fader.example",
    "http://localhost.example",
    "http://[fd00::2]",
  ];
  expect([...own, ...others].filter(isThisMachine)).toEqual(own);
});
