/** `npm run check`: format, lint, types and unit tests, side by side; the steps that fail show what they said. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "./project";

const require = createRequire(import.meta.url);
const bin = (name: string, file: string) => join(require.resolve(`${name}/package.json`), "..", file);

const STEPS: Record<string, string[]> = {
  format: [bin("prettier", "bin/prettier.cjs"), "--check", "--log-level", "warn", "."],
  lint: [bin("oxlint", "bin/oxlint"), "--deny-warnings"],
  types: [bin("typescript", "bin/tsc"), "--noEmit", "-p", "."],
  tests: [bin("vitest", "vitest.mjs"), "run", "--reporter=dot"],
};

async function run(name: string, args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  process.stdout.write(code === 0 ? `${name}: ok\n` : `${name}: failed\n${output}\n`);
  return code === 0;
}

const results = await Promise.all(Object.entries(STEPS).map(([name, args]) => run(name, args)));
process.exitCode = results.every(Boolean) ? 0 : 1;
