import "server-only";
import type { Model } from "openai/resources/models";
import { findModel, MODEL_ID_PATTERN } from "@/lib/catalog/models";
import { findTarget } from "@/lib/catalog/targets";
import { AppError } from "@/lib/errors";
import { listProviders } from "../providers";
import { listModels } from "../models-list";
import type { OwnKeys } from "../own-keys";
import type { Texts } from "../texts";

type Asker = { texts: Texts; ownKeys?: OwnKeys };

function entry(id: string, provider: string): Model {
  return { id, object: "model", created: 0, owned_by: provider };
}

/** One model in the same shape, if a provider of this server may have it. */
export function findModelId(encoded: string): Model {
  const id = decode(encoded);
  const target = findTarget(id, listProviders());
  const isThere = target && MODEL_ID_PATTERN.test(id) && (target.dialect !== "sprout" || findModel(id));
  if (!isThere) throw new AppError("unknown_model", { values: { model: id } });
  return entry(id, target.provider.id);
}

/** Clients encode the slash of an id, since it is one segment of the path to them. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Every model of this server in OpenAI's shape of a list entry. When a model was made is not known: 0. */
export async function listModelIds(asker: Asker): Promise<Model[]> {
  const { models } = await listModels(asker);
  return models.map(({ id, provider }) => entry(id, provider));
}
