import "server-only";
import type { AppError } from "@/lib/errors";
import type { Texts } from "./texts";

/** An error's sentence in the reader's words, with the provider's own words behind it. */
export function errorText({ code, detail: { values, said } }: AppError, texts: Texts): string {
  const sentence = texts(`errors.${code}`, { ...values } as never);
  if (!said) return sentence;
  const provider = String(values?.provider ?? "");
  return texts("fields.twoSentences", { first: sentence, second: texts("pane.said", { provider, said }) });
}
