import type { PROVIDERS } from "./providers";

/** Where a provider's API is found by everyone, and the variable in which its users keep their key. */
export type PublicAddress = { baseUrl: string; keyVariable: string; baseUrlVariable: string };

/** The providers that have one address for all; an operator may send their requests elsewhere. */
export const PUBLIC_ADDRESSES = {
  openai: {
    baseUrl: "https://api.openai.com/v1",
    keyVariable: "OPENAI_API_KEY",
    baseUrlVariable: "OPENAI_BASE_URL",
  },
  huggingface: {
    baseUrl: "https://router.huggingface.co/v1",
    keyVariable: "HF_TOKEN",
    baseUrlVariable: "HF_BASE_URL",
  },
} as const satisfies Partial<Record<keyof typeof PROVIDERS, PublicAddress>>;

/** The address of a provider that has one for all. */
export function publicAddress(provider: string): PublicAddress | undefined {
  return Object.hasOwn(PUBLIC_ADDRESSES, provider)
    ? PUBLIC_ADDRESSES[provider as keyof typeof PUBLIC_ADDRESSES]
    : undefined;
}
