import "server-only";
import { APIError } from "openai";
import * as z from "zod/mini";
import { PROVIDERS } from "@/lib/catalog/providers";
import { AppError } from "@/lib/errors";
import { errorText } from "./error-text";
import { fetchList } from "./model-lists/list-cache";
import type { OwnKeys } from "./own-keys";
import type { Texts } from "./texts";
import { askProvider } from "./upstream/ask-provider";
import { clientFor, requestOptions } from "./upstream/client";
import type { OpenUpstream } from "./upstream/open-upstream";

const PATIENCE_MS = 15_000;

/** The body of `POST /api/keys/test`. */
export const testKeySchema = z.strictObject({
  provider: z.enum(Object.keys(PROVIDERS).filter((id) => id !== "built-in") as ["openai", "huggingface"]),
});

export type KeyTest = { works: true; models: number } | { works: false; code: string; message: string };

/** Asks a provider whether it accepts the key, without having it generate anything; if not, what it says. */
export async function testKey(
  { provider }: z.infer<typeof testKeySchema>,
  asker: { texts: Texts; ownKeys?: OwnKeys },
): Promise<KeyTest> {
  try {
    if (provider === "huggingface") await askProvider(provider, asker, knock);
    const models = await askProvider(provider, asker, fetchList);
    return { works: true, models: models.length };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { works: false, code: error.code, message: errorText(error, asker.texts) };
  }
}

/**
 * Hugging Face's list of models is public and says nothing of the key. A request without a model is refused either way;
 * only how tells whether the key was accepted.
 */
async function knock({ baseUrl, key }: OpenUpstream): Promise<void> {
  const how = requestOptions({ key, timeoutMs: PATIENCE_MS, signal: AbortSignal.timeout(PATIENCE_MS) });
  const nothing = { model: "", messages: [] };
  await clientFor(baseUrl)
    .chat.completions.create(nothing, how)
    .catch((error: unknown) => {
      const wasRead = error instanceof APIError && [400, 404, 422].includes(Number(error.status));
      if (!wasRead) throw error;
    });
}
