import { expect, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { FieldError } from "@/lib/server/field-error";

test("an error of ours is known in every bundle, and nothing else passes for one", async () => {
  vi.resetModules();
  const other = await import("@/lib/errors");
  expect(other.AppError).not.toBe(AppError);
  expect(new other.AppError("internal")).toBeInstanceOf(AppError);
  expect(new Error("internal")).not.toBeInstanceOf(AppError);
  for (const value of [undefined, null, "AppError", { name: "AppError" }])
    expect(value instanceof AppError).toBe(false);
});

test("a kind of it stays a kind", () => {
  expect(new FieldError("a", { kind: "form" })).toBeInstanceOf(AppError);
  expect(new FieldError("a", { kind: "form" })).toBeInstanceOf(FieldError);
  expect(new AppError("internal")).not.toBeInstanceOf(FieldError);
});
