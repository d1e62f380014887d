import "server-only";
import { BUILT_IN, PROVIDERS, type Provider } from "@/lib/catalog/providers";
import { readSettings } from "./env";
import { isLoopbackHost } from "./host";
import { mayUseServerKeys } from "./access/access";

/** A provider with what only the server knows: where its requests go, and the operator's key. */
export type Upstream = Provider & {
  baseUrl: string;
  key?: string;
  /** The environment variable in which an operator sets the key. */
  keyVariable?: string;
};

function upstream(provider: Provider, baseUrl: string, key?: string, keyVariable?: string): Upstream {
  const { host } = new URL(baseUrl);
  // A server of the operator's own needs no key; whether it may be used is a matter of access alone.
  const isOpen = mayUseServerKeys() && (key !== undefined || provider.keyHeader === undefined);
  const isFree = provider.keyHeader === undefined && isPrivateHost(new URL(baseUrl).hostname);
  return {
    ...provider,
    host,
    isFree,
    baseUrl,
    isOpen,
    ...(key ? { key } : {}),
    ...(keyVariable ? { keyVariable } : {}),
  };
}

/** Loopback, a private network or a name without a dot: nobody's cloud. */
function isPrivateHost(name: string): boolean {
  return (
    isLoopbackHost(name) ||
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.)/.test(name) ||
    /^[^.:]+$|\.(?:local|lan|internal)$/.test(name)
  );
}

let upstreams: readonly Upstream[] | undefined;
let providers: readonly Provider[] | undefined;

/** Every provider behind an address: OpenAI, Hugging Face, and the operator's own servers. Settings never change, nor do these. */
export function listUpstreams(): readonly Upstream[] {
  return (upstreams ??= makeUpstreams());
}

function makeUpstreams(): Upstream[] {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, HF_BASE_URL, HF_TOKEN, FADER_SERVERS } = readSettings();
  const { openai, huggingface } = PROVIDERS;
  return [
    upstream({ id: "openai", ...openai }, OPENAI_BASE_URL, OPENAI_API_KEY, "OPENAI_API_KEY"),
    upstream({ id: "huggingface", ...huggingface }, HF_BASE_URL, HF_TOKEN, "HF_TOKEN"),
    ...FADER_SERVERS.map(({ id, label, dialect, baseUrl, key }) =>
      upstream({ id, label, dialect, place: "host" }, baseUrl, key),
    ),
  ];
}

/** All providers as pages may know them: no key, no address but the host. */
export function listProviders(): readonly Provider[] {
  return (providers ??= [BUILT_IN, ...listUpstreams().map(withoutSecrets)]);
}

function withoutSecrets({ baseUrl: _, key: __, keyVariable: ___, ...provider }: Upstream): Provider {
  return provider;
}
