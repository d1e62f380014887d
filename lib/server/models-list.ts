import "server-only";
import { MODEL_ID_PATTERN, MODELS } from "@/lib/catalog/models";
import { PARAMETER_KEYS, type ParameterKey } from "@/lib/catalog/parameters";
import { PROVIDER_IDS, PROVIDERS, type ProviderId } from "@/lib/catalog/providers";
import { support, type Support } from "@/lib/catalog/support";
import { FieldError } from "./field-error";
import { missingSproutFiles } from "./sprout/sprout-files";
import { reasonText } from "./start-event";
import type { Texts } from "./texts";

export type ProviderEntry = {
  id: ProviderId;
  label: string;
  state: "ready" | "unavailable";
  message?: string;
};
export type ModelEntry = {
  id: string;
  label: string;
  provider: ProviderId;
  available: boolean;
  reason?: string;
  contextTokens?: number;
  /** What a million tokens cost, in millionths of a dollar. Absent: free. */
  price?: { input: number; output: number };
  shutdownDate?: string;
};

/** Who can run a model here, and which models are known. */
export function listModels(texts: Texts): { providers: ProviderEntry[]; models: ModelEntry[] } {
  const missing = missingSproutFiles();
  const why = missing.length > 0 ? texts("errors.model_missing", { files: missing.join(", ") }) : undefined;
  const providers = PROVIDER_IDS.map((id): ProviderEntry => {
    const { label } = PROVIDERS[id];
    return why === undefined
      ? { id, label, state: "ready" }
      : { id, label, state: "unavailable", message: why };
  });
  const models = MODELS.map((model): ModelEntry => {
    return why === undefined ? { ...model, available: true } : { ...model, available: false, reason: why };
  });
  return { providers, models };
}

/** The model that `?model=` asks about. */
export function readModelQuery(query: URLSearchParams): string | undefined {
  const model = query.get("model") ?? undefined;
  if (model !== undefined && !MODEL_ID_PATTERN.test(model)) throw new FieldError("model", { kind: "form" });
  return model;
}

type ParameterEntry = { support: Support["support"]; reason?: string };

/** What `model` makes of each parameter when no other is set. */
export function modelParameters(model: string, texts: Texts): Record<ParameterKey, ParameterEntry> {
  const entries = PARAMETER_KEYS.map((key): [ParameterKey, ParameterEntry] => {
    const verdict = support(key, model, {});
    const reason = "reason" in verdict ? { reason: reasonText(key, verdict.reason, model, texts) } : {};
    return [key, { support: verdict.support, ...reason }];
  });
  return Object.fromEntries(entries) as Record<ParameterKey, ParameterEntry>;
}
