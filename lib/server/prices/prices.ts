import "server-only";
import { calcPrice } from "@pydantic/genai-prices";
import type { Target } from "@/lib/catalog/targets";
import type { Price } from "@/lib/models-list";
import { routerPrice } from "./router-routes";

const MICRO = 1_000_000;

/**
 * What an answer cost, in millionths of a dollar, or undefined when no price is known: a price is never guessed. OpenAI's
 * come from a kept list, Hugging Face's from what its router says of each provider.
 */
export function costOf(
  target: Target,
  { input, output }: { input: number; output: number },
): number | undefined {
  if (target.provider.isFree) return 0;
  if (target.provider.id === "huggingface") {
    const price = routerPrice(target.rest);
    return price && Math.round((input * price.input + output * price.output) / MICRO);
  }
  if (target.provider.id !== "openai") return undefined;
  const found = calcPrice({ input_tokens: input, output_tokens: output }, target.rest, {
    providerId: "openai",
  });
  return found ? Math.round(found.total_price * MICRO) : undefined;
}

/** A model's price list for estimates before a run. Long prompts may cost more; `costOf` knows. */
export function priceOf(target: Target): Price | undefined {
  if (target.provider.isFree) return { input: 0, output: 0 };
  if (target.provider.id === "huggingface") return routerPrice(target.rest, { atMost: true });
  // Priced a thousand at a time: a million at once would fall into the dearer tier for long prompts.
  const THOUSAND = 1000;
  const input = costOf(target, { input: THOUSAND, output: 0 });
  const output = costOf(target, { input: 0, output: THOUSAND });
  return input === undefined || output === undefined
    ? undefined
    : { input: input * THOUSAND, output: output * THOUSAND };
}
