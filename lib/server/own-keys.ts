import "server-only";
import { PROVIDERS, type ProviderRow } from "@/lib/catalog/providers";
import { AppError } from "@/lib/errors";
import { readSettings } from "./env";
import { isLoopbackHost, publicOriginOf } from "./host";
import { KEY_PATTERN } from "./server-list";

/** Keys that a visitor brought with this very request, by provider. Held no longer than the request. */
export type OwnKeys = ReadonlyMap<string, string>;

/** Reads the visitor's keys from their headers. Over plain http they are refused, unless it is this machine (R13). */
export function readOwnKeys(headers: Headers): OwnKeys {
  const keys = new Map<string, string>();
  for (const [id, row] of Object.entries(PROVIDERS)) {
    const { keyHeader, label }: ProviderRow = row;
    const key = keyHeader ? headers.get(keyHeader)?.trim() : undefined;
    if (!key) continue;
    if (!KEY_PATTERN.test(key)) throw new AppError("bad_key_form", { values: { provider: label } });
    keys.set(id, key);
  }
  if (keys.size > 0 && !isSecure(headers)) throw new AppError("insecure_key");
  return keys;
}

/** Whether what this request carries could not be read on the way. */
export function isSecure(headers: Headers): boolean {
  const host = headers.get("host") ?? "";
  return (
    isLoopbackHost(host) ||
    (publicOriginOf(host, readSettings().FADER_PUBLIC_ORIGINS)?.startsWith("https:") ?? false)
  );
}
