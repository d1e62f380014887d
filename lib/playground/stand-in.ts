import { readModelId, SPROUT } from "../catalog/models";
import type { ModelEntry } from "../models-list";

/** The model to offer in the place of one that nobody here runs: of the same name elsewhere, else the one always there. */
export function standInFor(model: string, models: readonly ModelEntry[]): string {
  const { rest } = readModelId(model);
  return models.find(({ id }) => readModelId(id).rest === rest)?.id ?? SPROUT.id;
}
