import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 500;

/** The processes above this one, as far as the system tells: npm runs us directly or through a shell. */
function ancestors(): string {
  try {
    // "id (name) state parent ...", where the name may hold spaces and brackets.
    const parent = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${parent.slice(parent.lastIndexOf(")")).split(" ")[2]}`;
  } catch {
    return `${process.ppid}`;
  }
}

/** npm does not always pass a signal on. When it is gone, the command it ran was meant to end with it. */
export function whenNpmEnds(act: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) act();
  }, LOOK_EVERY_MS).unref();
}
