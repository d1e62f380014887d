import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address } from "@/lib/code/address";

export type Finished = { code: number | null; stdout: string; stderr: string };

/** Whether a program answers here. */
export function isHere(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

export const SHELLS = ["bash", "dash"].filter((shell) => isHere(shell, "-c", "exit 0"));
export const HAS_CURL = isHere("curl", "--version");
export const HAS_PYTHON = isHere("python3", "--version");
/** Python's `openai` package, which is tested where it is installed. */
export const HAS_PYTHON_OPENAI = HAS_PYTHON && isHere("python3", "-c", "import openai");

/** A folder for generated programs, from which Node finds the project's packages. */
export function snippetFolder(): {
  path: string;
  write: (name: string, text: string) => string;
  remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), "fader-code-"));
  symlinkSync(join(process.cwd(), "node_modules"), join(path, "node_modules"));
  return {
    path,
    write(name, text) {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** What the variables of these addresses must hold for their code to reach `baseUrl`. */
export function environmentFor(addresses: readonly Address[], baseUrl: string): Record<string, string> {
  return Object.fromEntries(
    addresses.flatMap(({ baseUrl: place, keyVariable }) => [
      ...("variable" in place ? [[place.variable, baseUrl]] : []),
      [keyVariable, `key-of-${keyVariable}`],
    ]),
  ) as Record<string, string>;
}

/** Runs a program to its end, with nothing of this process's own settings but where programs are. */
export async function runProgram(
  program: string,
  args: string[],
  { environment = {}, input = "" }: { environment?: Record<string, string>; input?: string } = {},
): Promise<Finished> {
  const child = spawn(program, args, {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: tmpdir(),
      PYTHONDONTWRITEBYTECODE: "1",
      ...environment,
    },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  // A program that reads nothing may be over before.
  child.stdin.on("error", () => {}).end(input);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}
