import "server-only";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/new-id";
import { logFault } from "../log-fault";

/** What files, SQLite and PostgreSQL say when there is no more room. */
const NO_ROOM = new Set(["ENOSPC", "EDQUOT", "SQLITE_FULL", "53100"]);
const TRY_AGAIN_MS = 5000;

/** The code that an engine or the system gives its failures. */
export function codeOf(fault: unknown): string {
  const code = (fault as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : "";
}

/** Whether something failed only because another process was writing, so that nothing of it was done. */
export function isBusy(fault: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(fault));
}

/** A failure of the storage in the reader's words. The operator finds its kind and place in the log, and no data. */
export function storageError(fault: unknown): AppError {
  if (fault instanceof AppError) return fault;
  const isFull = NO_ROOM.has(codeOf(fault));
  const id = newId();
  logFault(id, fault);
  return isFull
    ? new AppError("storage_full")
    : new AppError("storage_failed", { values: { id }, retryAfterMs: TRY_AGAIN_MS });
}
