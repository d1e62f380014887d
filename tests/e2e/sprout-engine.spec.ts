import { readFileSync } from "node:fs";
import { bundleEngine } from "../support/bundle";
import { answerEverywhere, type EngineAnswers } from "./support/engine-entry";
import { expect, test } from "./support/desk-test";

test("the same seed gives the same tokens in Node and in the browser", async ({ page }) => {
  const script = await bundleEngine("tests/e2e/support/engine-entry.ts");
  await page.goto("/");
  const inBrowser = (await page.evaluate(`(async () => {
    ${script}
    const weights = new Uint8Array(await (await fetch("/sprout/weights.bin")).arrayBuffer());
    const tokenizer = await (await fetch("/sprout/tokenizer.json")).json();
    return engine.answerEverywhere(weights, tokenizer);
  })()`)) as EngineAnswers;
  const inNode = answerEverywhere(
    readFileSync("public/sprout/weights.bin"),
    JSON.parse(readFileSync("public/sprout/tokenizer.json", "utf8")),
  );
  expect(inBrowser).toEqual(inNode);
  expect(inNode.plain).toEqual(inNode.wasm[0]?.slice(0, 20));
  expect(inNode.wasm.every((ids) => ids.length > 10)).toBe(true);
});
