import "server-only";
import { isChatModel } from "@/lib/catalog/families";
import { MODEL_ID_PATTERN } from "@/lib/catalog/models";
import type { Provider } from "@/lib/catalog/providers";
import { findTarget } from "@/lib/catalog/targets";
import type { ModelEntry } from "@/lib/models-list";
import { priceOf } from "../prices/prices";
import { countAt, isObject, listAt, textAt, type Json } from "../json-fields";
import { readRoutes, type Route } from "../prices/router-routes";

const MOST_MODELS = 3000;

/** Reads a `/v1/models` answer: OpenAI's form, with what single servers add to it. Entries that make no sense are skipped. */
export function readList(json: unknown, provider: Provider): ModelEntry[] {
  return listAt(json, "data")
    .flatMap((entry) => (isObject(entry) ? entriesOf(entry, provider) : []))
    .filter(({ id }) => MODEL_ID_PATTERN.test(id))
    .slice(0, MOST_MODELS);
}

function entriesOf(entry: Json, provider: Provider): ModelEntry[] {
  const rest = textAt(entry, "id") ?? "";
  if (rest === "" || !isChatModel(provider, rest)) return [];
  const own: ModelEntry = {
    id: `${provider.id}/${rest}`,
    label: rest,
    provider: provider.id,
    ...optional("contextTokens", countAt(entry, "max_model_len") ?? countAt(entry.meta, "n_ctx_train")),
    ...optional("shutdownDate", textAt(entry, "shutdown_date")),
  };
  if (provider.dialect === "huggingface")
    return [own, ...readRoutes(entry).map((route) => routeEntry(own, route))];
  const target = findTarget(own.id, [provider]);
  return [{ ...own, ...optional("price", target && priceOf(target)) }];
}

/** The same model, pinned to one of the providers behind Hugging Face's router. */
function routeEntry(own: ModelEntry, { name, contextTokens, price, speed }: Route): ModelEntry {
  return {
    ...own,
    id: `${own.id}:${name}`,
    label: `${own.label}:${name}`,
    ...optional("contextTokens", contextTokens),
    ...optional("price", price),
    ...optional("speed", speed),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V });
}
