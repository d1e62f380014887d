/**
 * `npm run model:train`: writes Sprout's corpus, trains its tokenizer and its weights, and puts them under public/sprout.
 * Checkpoints go to .training/; a training that was cut off goes on from there with the same result.
 *
 *     --steps N   one cycle of so many steps, instead of Sprout's own      --fresh   begin anew      --out FOLDER   instead of public/sprout
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { renderTurns, type ChatDocument } from "../tiny-model/chat-template";
import { generateCorpus } from "../tiny-model/corpus/generate-corpus";
import { WHOLE_WORDS } from "../tiny-model/corpus/whole-words";
import { WasmKernels } from "../tiny-model/kernels/wasm-kernels";
import { layoutOf, SPROUT_SHAPE } from "../tiny-model/model-shape";
import { Tokenizer } from "../tiny-model/tokenizer";
import { trainTokenizer } from "../tiny-model/tokenizer-trainer";
import { Trainer, type Checkpoint, type Cycle } from "../tiny-model/training/trainer";
import { packWindows, type TokenizedDocument, type Window } from "../tiny-model/training/window";
import { encodeWeights } from "../tiny-model/weights-file";
import { ShardPool } from "./shard-pool";

const SEED = 7;
/** A second, gentler cycle settles what the first one learned: sums come right, odds nearer to the designed ones. */
const SPROUT_CYCLES: readonly Cycle[] = [
  { steps: 3600, peak: 1 },
  { steps: 1500, peak: 0.3 },
];
const BATCH_WINDOWS = 8;
const TOKENIZER_DOCUMENTS = 12_000;
const VALIDATION_DOCUMENTS = 1000;
const CHECKPOINT_EVERY = 200;
const REPORT_EVERY = 20;
/** What people write is read along, but mostly it is the answers that are to be learned. */
const QUESTION_WEIGHT = 0.15;

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values: flags } = parseArgs({
  options: {
    steps: { type: "string" },
    fresh: { type: "boolean", default: false },
    out: { type: "string", default: "public/sprout" },
  },
});
const cycles: readonly Cycle[] = flags.steps ? [{ steps: Number(flags.steps), peak: 1 }] : SPROUT_CYCLES;
const steps = cycles.reduce((sum, cycle) => sum + cycle.steps, 0);
process.chdir(root);
mkdirSync(".training", { recursive: true });
mkdirSync(flags.out, { recursive: true });

const say = (text: string) => process.stdout.write(`${text}\n`);

const tokenizerFile = trainTokenizer(
  textsOf(generateCorpus({ seed: SEED, documents: TOKENIZER_DOCUMENTS })),
  { size: SPROUT_SHAPE.vocabularySize, wholeWords: WHOLE_WORDS },
);
const tokenizer = new Tokenizer(tokenizerFile);
writeFileSync(`${flags.out}/tokenizer.json`, JSON.stringify(tokenizerFile));

const windows = packWindows(
  tokenized(generateCorpus({ seed: SEED, documents: Infinity })),
  SPROUT_SHAPE.contextTokens,
);
const validation = [
  ...packWindows(
    tokenized(generateCorpus({ seed: SEED + 1, documents: VALIDATION_DOCUMENTS })),
    SPROUT_SHAPE.contextTokens,
  ),
];
const trainer = new Trainer(SPROUT_SHAPE, new WasmKernels(), SEED, cycles);
const pool = new ShardPool(SPROUT_SHAPE, (BATCH_WINDOWS / 2) * SPROUT_SHAPE.contextTokens);

const resumed = flags.fresh ? undefined : readCheckpoint();
if (resumed) {
  trainer.resume(resumed);
  for (let skipped = 0; skipped < resumed.step * BATCH_WINDOWS; skipped += 1) windows.next();
  say(`going on from step ${resumed.step}`);
}

let tokens = 0;
let recent = 0;
const startedAt = performance.now();
while (trainer.step < steps) {
  const batch = takeWindows(BATCH_WINDOWS);
  const weight = weightOf(batch);
  const shards = await pool.compute(trainer.parameters, batch, 1 / weight);
  trainer.apply(shards);
  tokens += batch.reduce((sum, { ids }) => sum + ids.length, 0);
  recent += shards.reduce((sum, { loss }) => sum + loss, 0) / weight;
  if (trainer.step % REPORT_EVERY === 0) {
    const seconds = (performance.now() - startedAt) / 1000;
    say(
      `step ${trainer.step} of ${steps}  loss ${(recent / REPORT_EVERY).toFixed(4)}  ${Math.round(tokens / seconds)} tokens/s  ${Math.round(seconds)} s`,
    );
    recent = 0;
  }
  if (trainer.step % CHECKPOINT_EVERY === 0) writeCheckpoint(trainer.checkpoint());
}

const seconds = Math.round((performance.now() - startedAt) / 1000);
const validationLoss = await validate();
await pool.close();
writeFileSync(`${flags.out}/weights.bin`, encodeWeights(SPROUT_SHAPE, trainer.parameters));
const report = {
  seed: SEED,
  parameters: layoutOf(SPROUT_SHAPE).length,
  steps,
  tokens,
  seconds,
  validationLoss: Number(validationLoss.toFixed(4)),
};
writeFileSync(`${flags.out}/training.json`, `${JSON.stringify(report, null, 2)}\n`);
say(JSON.stringify(report));

function* textsOf(documents: Iterable<ChatDocument>): Generator<string> {
  for (const { system, messages } of documents) {
    if (system) yield system;
    for (const { content } of messages) yield content;
  }
}

function* tokenized(documents: Iterable<ChatDocument>): Generator<TokenizedDocument> {
  for (const document of documents) {
    const turns = renderTurns(document, tokenizer);
    yield {
      ids: turns.flatMap(({ ids }) => ids),
      // The token that opens a turn is given, never said.
      weights: turns.flatMap(({ ids, isAnswer }) =>
        ids.map((_, index) => (index === 0 ? 0 : isAnswer ? 1 : QUESTION_WEIGHT)),
      ),
    };
  }
}

function takeWindows(count: number): Window[] {
  return Array.from({ length: count }, () => {
    const next = windows.next();
    if (next.done) throw new Error("the corpus ended");
    return next.value;
  });
}

function weightOf(batch: readonly Window[]): number {
  return batch.reduce((sum, { weights }) => sum + weights.reduce((part, weight) => part + weight, 0), 0);
}

async function validate(): Promise<number> {
  let loss = 0;
  for (let from = 0; from < validation.length; from += BATCH_WINDOWS) {
    const shards = await pool.compute(
      trainer.parameters,
      validation.slice(from, from + BATCH_WINDOWS),
      0,
      false,
    );
    loss += shards.reduce((sum, shard) => sum + shard.loss, 0);
  }
  return loss / weightOf(validation);
}

function writeCheckpoint({ step, parameters, first, second }: Checkpoint): void {
  const numbers = Float32Array.from([steps, step, ...parameters, ...first, ...second]);
  writeFileSync(".training/checkpoint.new", numbers);
  renameSync(".training/checkpoint.new", ".training/checkpoint");
}

/** The checkpoint of a training of this length, if there is one: another length has another schedule. */
function readCheckpoint(): Checkpoint | undefined {
  if (!existsSync(".training/checkpoint")) return undefined;
  const bytes = readFileSync(".training/checkpoint");
  const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const { length } = layoutOf(SPROUT_SHAPE);
  if (numbers.length !== 2 + 3 * length || numbers[0] !== steps) return undefined;
  const part = (index: number) => numbers.slice(2 + index * length, 2 + (index + 1) * length);
  return { step: numbers[1] as number, parameters: part(0), first: part(1), second: part(2) };
}
