import { afterEach, beforeEach, expect, test, vi, type MockInstance } from "vitest";
import { AppError } from "@/lib/errors";
import { isBusy, storageError } from "@/lib/server/db/storage-error";

let said: MockInstance<typeof console.error>;
beforeEach(() => {
  said = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => said.mockRestore());

const fault = (code: unknown) => Object.assign(new Error("SECRET value"), { code });

test.each(["SQLITE_FULL", "ENOSPC", "EDQUOT", "53100"])("%s is a full disk", (code) => {
  expect(storageError(fault(code))).toMatchObject({ code: "storage_full" });
});

test.each(["SQLITE_IOERR_WRITE", "SQLITE_CORRUPT", "ECONNREFUSED", "57P01", "28P01", undefined, 5])(
  "%s is a storage that failed; the log has its kind and nothing of its words",
  (code) => {
    const error = storageError(fault(code));
    expect(error).toMatchObject({ code: "storage_failed", detail: { retryAfterMs: 5000 } });
    const log = said.mock.calls.flat().join("\n");
    expect(log).toContain(
      `fault ${error.detail.values?.id}: Error${typeof code === "string" ? ` ${code}` : ""}\n`,
    );
    expect(log).not.toContain("SECRET");
  },
);

test("what is refused already stays what it is, and anything at all may be thrown", () => {
  const refusal = new AppError("links_full");
  expect(storageError(refusal)).toBe(refusal);
  expect(said).not.toHaveBeenCalled();
  for (const odd of [null, undefined, "SECRET", { code: "SECRET words" }])
    expect(storageError(odd).code).toBe("storage_failed");
  expect(said.mock.calls.flat().join("\n")).not.toContain("SECRET");
});

test("only who met another writer may try again", () => {
  expect(["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED"].map(fault).every(isBusy)).toBe(true);
  expect(["SQLITE_FULL", "55P03", undefined].map(fault).some(isBusy)).toBe(false);
});
