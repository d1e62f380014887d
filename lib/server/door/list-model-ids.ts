import "server-only";
import type { Model } from "openai/resources/models";
import { listModels } from "../models-list";
import type { OwnKeys } from "../own-keys";
import type { Texts } from "../texts";

type Asker = { texts: Texts; ownKeys?: OwnKeys };

/** Every model of this server in OpenAI's shape of a list entry. When a model was made is not known: 0. */
export async function listModelIds(asker: Asker): Promise<Model[]> {
  const { models } = await listModels(asker);
  return models.map(({ id, provider }) => ({ id, object: "model", created: 0, owned_by: provider }));
}
