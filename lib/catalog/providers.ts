import type { DialectId } from "./dialects";

/** Where the text of a run goes: it stays on this server, or it leaves for a host that the pane names. */
export type Place = "server" | "host";

export type ProviderRow = {
  /** A proper name, the same in every language. */
  label: string;
  dialect: DialectId;
  place: Place;
};

/** Who can run a model. A model id is `<provider>/<rest>`. */
export const PROVIDERS = {
  "built-in": { label: "Fader", dialect: "sprout", place: "server" },
} as const satisfies Record<string, ProviderRow>;

export type ProviderId = keyof typeof PROVIDERS;

export const PROVIDER_IDS = Object.keys(PROVIDERS) as ProviderId[];

export function providerRow(id: ProviderId): ProviderRow {
  return PROVIDERS[id];
}
