import type { DialectId } from "./dialects";

/** Where the text of a run goes: it stays on this server, or it leaves for a host that the pane names. */
export type Place = "server" | "host";

export type ProviderRow = {
  /** A proper name, the same in every language. */
  label: string;
  dialect: DialectId;
  place: Place;
  /** The request header in which a visitor brings a key of their own. */
  keyHeader?: string;
};

/** The providers that Fader knows by itself; an operator's servers (`FADER_SERVERS`) come beside them. */
export const PROVIDERS = {
  "built-in": { label: "Fader", dialect: "sprout", place: "server" },
  openai: { label: "OpenAI", dialect: "openai", place: "host", keyHeader: "x-fader-openai-key" },
  huggingface: {
    label: "Hugging Face",
    dialect: "huggingface",
    place: "host",
    keyHeader: "x-fader-huggingface-key",
  },
} as const satisfies Record<string, ProviderRow>;

/** Who can run a model here. A model id is `<provider>/<rest>`. */
export type Provider = ProviderRow & {
  id: string;
  /** The host that text goes to, where it leaves this server. */
  host?: string;
  /** Whether this server has a key of its own, or needs none. */
  isOpen?: boolean;
  /** Whether nobody is paid for its answers: it runs here, or in the operator's own network. */
  isFree?: boolean;
};

/** The one provider that is everywhere: no key, no network. */
export const BUILT_IN: Provider = { id: "built-in", ...PROVIDERS["built-in"], isOpen: true, isFree: true };

/** What a page knows before it has asked: the built-in model alone. */
export const ONLY_BUILT_IN: readonly Provider[] = [BUILT_IN];

export function isProviderRow(id: string): id is keyof typeof PROVIDERS {
  return Object.hasOwn(PROVIDERS, id);
}
