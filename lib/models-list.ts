import type { Provider } from "./catalog/providers";

/** What a million tokens cost, in millionths of a dollar. */
export type Price = { input: number; output: number };

/** A model as the picker shows it; what a provider does not tell is absent. */
export type ModelEntry = {
  /** `<provider>/<rest>`. */
  id: string;
  label: string;
  provider: string;
  contextTokens?: number;
  price?: Price;
  /** Tokens per second, as the provider measures them. */
  speed?: number;
  /** The day on which the provider ends it, `YYYY-MM-DD`. */
  shutdownDate?: string;
};

/** A provider, and whether its list of models could be had; `message` says why not. */
export type ProviderEntry = Provider & { state: "ready" | "unavailable"; message?: string };

/** What `GET /api/models` answers. */
export type ModelsList = { providers: ProviderEntry[]; models: ModelEntry[] };
