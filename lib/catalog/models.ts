/** A model that is known without asking anyone. Unknown ids are allowed: new models appear weekly. */
export type ModelRow = { id: string; label: string; provider: string; contextTokens: number };

export const SPROUT = {
  id: "built-in/sprout",
  label: "Sprout",
  provider: "built-in",
  contextTokens: 256,
} as const satisfies ModelRow;

export const MODELS: readonly ModelRow[] = [SPROUT];

/** Letters, digits and `. _ - / :`, at most 128, never `..`: an id is never spliced into a path (requirements R10). */
export const MODEL_ID_PATTERN = /^(?!.*\.\.)[\w.\-/:]{1,128}$/;

/** Splits `<provider>/<rest>`. */
export function readModelId(id: string): { provider: string; rest: string } {
  const slash = id.indexOf("/");
  return { provider: slash < 0 ? id : id.slice(0, slash), rest: id.slice(slash + 1) };
}

/** The known model with this id, if any. */
export function findModel(id: string): ModelRow | undefined {
  return MODELS.find((model) => model.id === id);
}

/** What to call a model on screen: its label, or the id without the provider. */
export function modelLabel(id: string): string {
  return findModel(id)?.label ?? (readModelId(id).rest || id);
}
