/**
 * `npm run lockfile`: completes package-lock.json. A registry that lacks the builds of other platforms makes npm leave
 * optional packages out, and then `npm ci` fails with "Missing: ... from lock file". This adds an entry for each: the
 * platform and version, without an integrity hash. With `--check` it only says what is missing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { missingStubs, type Lock } from "./lock-stubs";
import { ROOT } from "./project";

const path = `${ROOT}package-lock.json`;
const lock = JSON.parse(readFileSync(path, "utf8")) as Lock;
const missing = missingStubs(lock);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = Object.keys(missing);
  if (process.argv.includes("--check")) {
    if (names.length > 0)
      process.stderr.write(`package-lock.json lacks ${names.join(", ")}; run \`npm run lockfile\`\n`);
    process.exitCode = names.length === 0 ? 0 : 1;
  } else if (names.length > 0) {
    const packages = Object.fromEntries(
      Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
    writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
    process.stdout.write(`added ${names.length}: ${names.join(", ")}\n`);
  }
}
