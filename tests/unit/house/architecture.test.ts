import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const OXLINT = join(process.cwd(), "node_modules/oxlint/bin/oxlint");
const FOLDERS = ["app", "components", "lib", "tests"];

/** Without what a build has left: the bench builds an app of its own under tests. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
    .filter((entry) => !`${entry.parentPath}/`.includes("/.next/"))
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = FOLDERS.flatMap(filesUnder);

/** Files against the arrows of the design: each must be an error. */
const VIOLATIONS: Record<string, string> = {
  "lib/to-component.ts": 'import "@/components/x";',
  "lib/to-app.ts": 'export * from "../app/page";',
  "lib/to-server.ts": 'import type { X } from "./server/x";\nexport type Y = X;',
  "lib/catalog/to-server-alias.ts": 'export const x = () => import("@/lib/server/x");',
  "lib/to-react.ts": 'import { useState } from "react";\nexport const x = useState;',
  "lib/to-next.ts": 'import { headers } from "next/headers";\nexport const x = headers;',
  "lib/to-node.ts": 'import { readFileSync } from "node:fs";\nexport const x = readFileSync;',
  "lib/to-environment.ts": "export const x = process.env.HOME;",
  "lib/server/to-component.ts": 'import "@/components/x";',
  "lib/server/to-cli.ts": 'import "../cli/x";',
  "lib/cli/to-app.ts": 'import "../../app/x";',
  "components/playground/to-server.tsx": 'import type { X } from "@/lib/server/x";\nexport type Y = X;',
  "components/playground/to-cli.tsx": 'import "../../lib/cli/x";',
  "components/playground/to-app.tsx": 'import "@/app/page";',
  "components/ui/to-lib.tsx": 'import "@/lib/run";',
  "components/ui/to-playground.tsx": 'import "../playground/x";',
  "app/to-cli.ts": 'import "@/lib/cli/x";',
  "app/to-tests.ts": 'import "@/tests/support/x";',
  "lib/cycle-a.ts": 'import { b } from "./cycle-b";\nexport const a = () => b;',
  "lib/cycle-b.ts": 'import { a } from "./cycle-a";\nexport const b = () => a;',
};

describe("the arrows", () => {
  let folder = "";
  let output = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "fader-arrows-"));
    const config = readFileSync(".oxlintrc.json", "utf8");
    writeFileSync(join(folder, ".oxlintrc.json"), config);
    for (const [path, text] of Object.entries({ ...VIOLATIONS, "lib/innocent.ts": "export const x = 1;" })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    output = spawnSync(process.execPath, [OXLINT, "-f", "unix"], { cwd: folder, encoding: "utf8" }).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.keys(VIOLATIONS))("refuse %s", (path) => {
    const rule = path.includes("cycle") ? "no-cycle" : "no-restricted";
    expect(output.split("\n").filter((line) => line.includes(`${path}:`) && line.includes(rule))).not.toEqual(
      [],
    );
  });

  it("leave an innocent file alone", () => expect(output).not.toContain("innocent"));
});

describe("files", () => {
  const GENERATED = /wasm-bytes\.ts$|recorded-answers\.ts$|messages\/(en|zh)\.ts$/;

  it("are at most 250 lines, but for data and generated ones", () => {
    const long = files.filter(
      (file) => !GENERATED.test(file) && readFileSync(file, "utf8").split("\n").length > 251,
    );
    expect(long).toEqual([]);
  });

  it("are named in kebab-case", () => {
    const odd = files.filter(
      (file) =>
        !/^(\[?(?:\.{3})?[a-z0-9]+([-.][a-z0-9]+)*\]?\/)*[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|d))?\.(ts|tsx|mts)$/.test(
          file,
        ),
    );
    expect(odd).toEqual([]);
  });

  it("of the server begin by saying so", () => {
    const silent = files.filter(
      (file) =>
        file.startsWith("lib/server/") &&
        !/^(\/\/[^\n]*\n)*import "server-only";\n/.test(readFileSync(file, "utf8")),
    );
    expect(silent).toEqual([]);
  });

  it("hold no Server Action", () => {
    const actions = files.filter(
      (file) => /^\s*["']use server["']/m.test(readFileSync(file, "utf8")) && !file.startsWith("tests/"),
    );
    expect(actions).toEqual([]);
  });

  it("of components set no inline style, which the content security policy would kill", () => {
    expect(
      files.filter((file) => file.startsWith("components/") && /\sstyle=/.test(readFileSync(file, "utf8"))),
    ).toEqual([]);
  });

  it("stand in the folders of the design", () => {
    const folders = readdirSync(".", { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith("."),
    );
    const allowed = ["app", "components", "lib", "public", "tests", "node_modules", "test-results"];
    expect(folders.map(({ name }) => name).filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
