import { expect, test } from "vitest";
import { dialectRow, type DialectId, type DialectRow } from "@/lib/catalog/dialects";
import { DIALECT_IDS } from "../support/targets";

const LOGPROBS: DialectRow["returnedLogprobs"][] = ["raw", "shaped", "unknown"];
const PREFILLS: DialectRow["prefill"][] = ["continues", "startsAnew", "unknown"];

test.each(DIALECT_IDS)("%s says what its odds are and what it makes of a prefill", (dialect) => {
  const { returnedLogprobs, prefill } = dialectRow(dialect);
  expect(LOGPROBS).toContain(returnedLogprobs);
  expect(PREFILLS).toContain(prefill);
});

test.each(DIALECT_IDS)("%s is told to continue only where it then does", (dialect) => {
  if (dialectRow(dialect).whenContinued) expect(dialectRow(dialect).prefill).toBe("continues");
});

/** What a lesson or a caption may rest on; a row that changes here changes what the page claims. */
test.each<[DialectId, DialectRow["returnedLogprobs"], DialectRow["prefill"]]>([
  ["sprout", "raw", "continues"],
  ["openai", "unknown", "startsAnew"],
  ["responses", "unknown", "startsAnew"],
  ["huggingface", "unknown", "unknown"],
  ["chat", "unknown", "unknown"],
  ["llama-cpp", "raw", "continues"],
  ["vllm", "raw", "continues"],
  ["ollama", "raw", "continues"],
  ["lm-studio", "unknown", "unknown"],
  ["tgi", "shaped", "unknown"],
])("%s: odds %s, a prefill %s", (dialect, returnedLogprobs, prefill) => {
  expect(dialectRow(dialect)).toMatchObject({ returnedLogprobs, prefill });
});

test("what nobody knows of a server is not claimed: odds it never returns are unknown", () => {
  for (const dialect of DIALECT_IDS)
    if (dialectRow(dialect).names.logprobs === null)
      expect(dialectRow(dialect).returnedLogprobs).toBe("unknown");
});
