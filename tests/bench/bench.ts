/** `npm run bench [section ...]`: measures Fader beside its yardsticks in one run, prints tables, writes JSON. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { measureFirstLoad } from "./browser/measure-first-load";
import { measureStreaming } from "./browser/measure-streaming";
import { measureTokens } from "./browser/measure-tokens";
import { measureHttp } from "./http/measure-http";
import { isMet, type Goal, type Section, type Table } from "./report";
import { measureSprout } from "./sprout/measure-sprout";

const SECTIONS: Record<string, (say: (text: string) => void) => Promise<Section>> = {
  http: measureHttp,
  streaming: measureStreaming,
  tokens: measureTokens,
  "first-load": measureFirstLoad,
  sprout: measureSprout,
};
/** Not where test runners clean up. */
const FOLDER = ".bench";

const say = (text: string) => process.stdout.write(`${text}\n`);

function printTable({ title, columns, rows }: Table): void {
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  say(`\n${title}\n${line(columns)}\n${rows.map(line).join("\n")}`);
}

function goalLine(goal: Goal): string {
  const { what, figure, is, bound, unit } = goal;
  return `${isMet(goal) ? "met " : "MISS"}  ${what}: ${figure.toFixed(2)} ${unit} (${is} ${bound})`;
}

const asked = process.argv.slice(2);
const sections: Section[] = [];
for (const [name, measure] of Object.entries(SECTIONS))
  if (asked.length === 0 || asked.includes(name)) sections.push(await measure(say));
for (const { tables } of sections) tables.forEach(printTable);
const goals = sections.flatMap((section) => section.goals);
say(`\n${goals.map(goalLine).join("\n")}`);
mkdirSync(FOLDER, { recursive: true });
const machine = { node: process.version, cores: cpus().length };
writeFileSync(
  `${FOLDER}/results.json`,
  JSON.stringify({ date: new Date().toISOString(), machine, sections }, null, 1),
);
say(`\n${goals.filter(isMet).length} of ${goals.length} goals met; all figures in ${FOLDER}/results.json`);
process.exit(0);
