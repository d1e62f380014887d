import type { DialectId } from "./dialects";
import { findFamily, type FamilyRow } from "./families";
import { readModelId, SPROUT } from "./models";
import { BUILT_IN, type Provider } from "./providers";

/** A model id with everything that decides how to ask it. */
export type Target = {
  /** `<provider>/<rest>`. */
  id: string;
  rest: string;
  provider: Provider;
  dialect: DialectId;
  family?: FamilyRow;
};

/** Looks a model id up among the providers of this server; undefined when none of them is named. */
export function findTarget(id: string, providers: readonly Provider[]): Target | undefined {
  const { provider: name, rest } = readModelId(id);
  const provider = providers.find((candidate) => candidate.id === name);
  if (!provider) return undefined;
  const family = findFamily(provider.id, rest);
  return { id, rest, provider, dialect: family?.dialect ?? provider.dialect, family };
}

/** The built-in model, which is there whatever else is. */
export const SPROUT_TARGET: Target = {
  id: SPROUT.id,
  rest: "sprout",
  provider: BUILT_IN,
  dialect: BUILT_IN.dialect,
};
