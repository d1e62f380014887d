import { readFileSync } from "node:fs";
import type { TokenizerFile } from "@/lib/tiny-model/tokenizer";
import { bundleEngine } from "../../support/bundle";
import { startBrowser } from "../browser/browser";
import { median, type Section } from "../report";
import { createSpeedometer, type KernelName, type Speed } from "./speed-entry";

type Row = { engine: "Node" | "Chromium"; kernels: KernelName; measure: () => Promise<Speed> };

const ROUNDS = 5;
/** Answers before the first that counts: engines compile hot loops as they run. */
const WARM_UP = 2;
const ENTRY = "tests/bench/sprout/speed-entry.ts";

/** Tokens per second of the model that ships, in both engines with both kinds of kernels, interleaved. */
export async function measureSprout(say: (text: string) => void): Promise<Section> {
  say("Sprout ...");
  const weights = readFileSync("public/sprout/weights.bin");
  const tokenizer = readFileSync("public/sprout/tokenizer.json", "utf8");
  const inNode = createSpeedometer(weights, JSON.parse(tokenizer) as TokenizerFile);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.evaluate(`(() => {
      ${await bundleEngine(ENTRY)}
      const weights = Uint8Array.from(atob("${weights.toString("base64")}"), (each) => each.charCodeAt(0));
      globalThis.measure = engine.createSpeedometer(weights, ${tokenizer});
    })()`);
    const rows = (["wasm", "plain"] as const).flatMap((kernels): Row[] => [
      { engine: "Node", kernels, measure: async () => inNode(kernels) },
      {
        engine: "Chromium",
        kernels,
        measure: () => page.evaluate(`measure("${kernels}")`) as Promise<Speed>,
      },
    ]);
    const speeds = rows.map((): number[] => []);
    for (let round = -WARM_UP; round < ROUNDS; round += 1)
      for (const [index, row] of rows.entries()) {
        const { perSecond } = await row.measure();
        if (round >= 0) speeds[index]?.push(perSecond);
      }
    const raw = rows.map(({ engine, kernels }, index) => ({
      engine,
      kernels,
      perSecond: speeds[index] ?? [],
    }));
    const medians = raw.map(({ perSecond }) => median(perSecond));
    const plain =
      medians[raw.findIndex(({ engine, kernels }) => engine === "Node" && kernels === "plain")] ?? 1;
    const table = {
      title: "Sprout, tokens per second after warm-up",
      columns: ["", "kernels", "tokens/s", "x plain in Node"],
      rows: raw.map(({ engine, kernels }, index) => {
        const speed = medians[index] ?? Number.NaN;
        return [engine, kernels, speed.toFixed(0), (speed / plain).toFixed(2)];
      }),
    };
    return { name: "sprout", tables: [table], goals: [], raw };
  } finally {
    await browser.close();
  }
}
