import "server-only";
import { MODEL_ID_PATTERN, SPROUT } from "@/lib/catalog/models";
import { PARAMETER_KEYS, type ParameterKey } from "@/lib/catalog/parameters";
import type { Provider } from "@/lib/catalog/providers";
import { support, type Support } from "@/lib/catalog/support";
import { findTarget } from "@/lib/catalog/targets";
import { AppError } from "@/lib/errors";
import type { ModelEntry, ModelsList, ProviderEntry } from "@/lib/models-list";
import { errorText } from "./error-text";
import { FieldError } from "./field-error";
import { fetchList } from "./model-lists/list-cache";
import type { OwnKeys } from "./own-keys";
import { listProviders } from "./providers";
import { missingSproutFiles } from "./sprout/sprout-files";
import { droppedFor } from "@/lib/wire-body";
import { reasonText } from "./start-event";
import type { Texts } from "./texts";
import { askProvider } from "./upstream/ask-provider";

type Asker = { texts: Texts; ownKeys?: OwnKeys };

/** Who can run a model here, and which models each offers; one that cannot be asked does not hold up the others. */
export async function listModels(asker: Asker): Promise<ModelsList> {
  const lists = await Promise.all(listProviders().map((provider) => listOf(provider, asker)));
  return { providers: lists.map(({ provider }) => provider), models: lists.flatMap(({ models }) => models) };
}

async function listOf(
  provider: Provider,
  { texts, ownKeys }: Asker,
): Promise<{ provider: ProviderEntry; models: ModelEntry[] }> {
  try {
    const models =
      provider.dialect === "sprout" ? sproutList() : await upstreamList(provider, { texts, ownKeys });
    return { provider: { ...provider, state: "ready" }, models };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { provider: { ...provider, state: "unavailable", message: errorText(error, texts) }, models: [] };
  }
}

function sproutList(): ModelEntry[] {
  const missing = missingSproutFiles();
  if (missing.length > 0) throw new AppError("model_missing", { values: { files: missing.join(", ") } });
  return [{ ...SPROUT, price: { input: 0, output: 0 } }];
}

async function upstreamList(provider: Provider, { texts, ownKeys }: Asker): Promise<ModelEntry[]> {
  // Hugging Face shows its list to everyone.
  const isPublic = provider.dialect === "huggingface";
  return askProvider(provider.id, { texts, ownKeys }, fetchList, { isPublic });
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
  const target = findTarget(model, listProviders());
  const entries = PARAMETER_KEYS.map((key): [ParameterKey, ParameterEntry] => {
    const verdict = support(key, target, {});
    const code = "reason" in verdict ? verdict : undefined;
    const reason = code && { reason: reasonText(droppedFor(key, code), model, texts) };
    return [key, { support: verdict.support, ...reason }];
  });
  return Object.fromEntries(entries) as Record<ParameterKey, ParameterEntry>;
}
