import { publicAddress } from "../catalog/public-addresses";
import { BUILT_IN, type Provider } from "../catalog/providers";

/** A text that is written down, or the environment variable that holds it. */
export type Place = { text: string } | { variable: string };

/** How code outside this page reaches a provider. No key is ever part of it, nor an address that only the server knows. */
export type Address = {
  baseUrl: Place;
  keyVariable: string;
  /** Whether a server may do without a key: then the variable may be unset. */
  isKeyOptional: boolean;
};

/**
 * The address of a provider: the public one where requests go there, this server's own door for the built-in model
 * (`origin` is that of the page), and for servers that the operator named an environment variable.
 */
export function addressOf(provider: Pick<Provider, "id" | "host">, origin: string): Address {
  if (provider.id === BUILT_IN.id)
    return { baseUrl: { text: `${origin}/api/v1` }, keyVariable: "FADER_PASSWORD", isKeyOptional: true };
  const known = publicAddress(provider.id);
  if (!known) {
    const name = variablePrefix(provider.id);
    return {
      baseUrl: { variable: `${name}_BASE_URL` },
      keyVariable: `${name}_API_KEY`,
      isKeyOptional: true,
    };
  }
  const { baseUrl, baseUrlVariable, keyVariable } = known;
  const isPublic = provider.host === undefined || provider.host === new URL(baseUrl).host;
  return {
    baseUrl: isPublic ? { text: baseUrl } : { variable: baseUrlVariable },
    keyVariable,
    isKeyOptional: false,
  };
}

/** A provider's id as the beginning of variables' names, which do not begin with a digit. */
function variablePrefix(id: string): string {
  const name = id.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
  return /^\d/.test(name) ? `SERVER_${name}` : name;
}
