import { DIALECTS, type DialectId } from "@/lib/catalog/dialects";
import { PROVIDERS, type Provider } from "@/lib/catalog/providers";
import { findTarget, SPROUT_TARGET, type Target } from "@/lib/catalog/targets";

export const DIALECT_IDS = Object.keys(DIALECTS) as DialectId[];

/** A model of a server that speaks `dialect` and of which nothing else is known. */
export function targetIn(dialect: DialectId): Target {
  if (dialect === "sprout") return SPROUT_TARGET;
  const provider: Provider = { id: "some", label: "Some", dialect, place: "host", host: "some.example" };
  return { id: "some/model", rest: "model", provider, dialect };
}

export const OPENAI: Provider = { id: "openai", ...PROVIDERS.openai, host: "api.openai.com" };
export const HUGGING_FACE: Provider = {
  id: "huggingface",
  ...PROVIDERS.huggingface,
  host: "router.huggingface.co",
};

/** One of OpenAI's models, by its id there. */
export function openaiModel(rest: string): Target {
  const target = findTarget(`openai/${rest}`, [OPENAI]);
  if (!target) throw new Error(`no target for ${rest}`);
  return target;
}
