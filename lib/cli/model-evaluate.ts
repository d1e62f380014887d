/**
 * `npm run model:evaluate`: measures Sprout as it lies in public/sprout and writes evaluation.json beside it.
 *
 *     --in FOLDER   instead of public/sprout
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Answerer } from "../tiny-model/evaluation/answerer";
import { evaluate } from "../tiny-model/evaluation/evaluate";
import { Inference } from "../tiny-model/inference";
import { WasmKernels } from "../tiny-model/kernels/wasm-kernels";
import { Tokenizer, type TokenizerFile } from "../tiny-model/tokenizer";
import { decodeWeights } from "../tiny-model/weights-file";

const { values: flags } = parseArgs({ options: { in: { type: "string", default: "public/sprout" } } });
process.chdir(fileURLToPath(new URL("../../", import.meta.url)));

const say = (text: string) => process.stdout.write(`${text}\n`);

const tokenizer = new Tokenizer(
  JSON.parse(readFileSync(join(flags.in, "tokenizer.json"), "utf8")) as TokenizerFile,
);
const { shape, parameters } = decodeWeights(readFileSync(join(flags.in, "weights.bin")));
const evaluation = evaluate(new Answerer(new Inference(shape, parameters, new WasmKernels()), tokenizer));
writeFileSync(join(flags.in, "evaluation.json"), `${JSON.stringify(evaluation, null, 2)}\n`);

for (const { name, passed, total, misses } of evaluation.checks) {
  say(`${`${passed}/${total}`.padStart(9)}  ${name}`);
  for (const { asked, answered } of misses.slice(0, 4)) say(`             ${asked} => ${answered}`);
}
say("");
for (const { lead, deviation, rows } of evaluation.odds) {
  const odds = rows.map(
    ({ word, designed, measured }) => `${word} ${measured.toFixed(1)}/${designed.toFixed(0)}`,
  );
  say(`${deviation.toFixed(1).padStart(5)}  ${lead}: ${odds.join("  ")}`);
}
say(`largest deviation ${evaluation.largestDeviation} points`);
for (const { asked, settings, answered } of evaluation.samples)
  say(`\n${JSON.stringify(settings)} ${asked}\n${answered}`);
