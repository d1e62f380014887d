import { expect, test } from "vitest";
import { standInFor } from "@/lib/playground/stand-in";

test("a model that is not here is stood in for by its namesake elsewhere, else by the one always there", () => {
  const models = ["openai/gpt-4o", "school/llama-9"].map((id) => ({ id, label: id, provider: "" }));
  expect(standInFor("away/llama-9", models)).toBe("school/llama-9");
  expect(standInFor("away/llama-8", models)).toBe("built-in/sprout");
});
