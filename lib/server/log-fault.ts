import "server-only";
import { SettingsError } from "./env";

/** What a system or a database calls a kind of failure: `ENOSPC`, `SQLITE_FULL`, `53100`. */
const CODE_PATTERN = /^[A-Z0-9_]{2,60}$/;

/**
 * Writes an unexpected fault to stderr: its id, kind and place. Not its message, which may quote a prompt; a settings
 * error's message is written by us and names variables only.
 */
export function logFault(id: string, error: unknown): void {
  if (!(error instanceof Error)) return console.error(`fader: fault ${id}: ${typeof error} thrown`);
  const places = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  const said = error instanceof SettingsError ? [error.message] : [];
  console.error(
    [`fader: fault ${id}: ${[error.name, ...codeOf(error)].join(" ")}`, ...said, ...places].join("\n"),
  );
}

function codeOf({ code }: Error & { code?: unknown }): string[] {
  return typeof code === "string" && CODE_PATTERN.test(code) ? [code] : [];
}
