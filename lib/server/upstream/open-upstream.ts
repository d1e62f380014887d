import "server-only";
import { AppError } from "@/lib/errors";
import { mayUseServerKeys } from "../access/access";
import type { OwnKeys } from "../own-keys";
import { listUpstreams, type Upstream } from "../providers";

/** A provider with the key to use there: the visitor's own first, else the server's where the visitor may use it. */
export type OpenUpstream = Upstream & { key?: string };

/**
 * Finds a provider's address and key; says what is missing where it may not be used (requirements R11, R15). What is
 * public there needs no key, but a server that is closed asks for nothing.
 */
export function openUpstream(
  id: string,
  ownKeys: OwnKeys | undefined,
  { isPublic = false } = {},
): OpenUpstream {
  const upstream = listUpstreams().find((candidate) => candidate.id === id);
  if (!upstream) throw new AppError("unknown_model", { values: { model: id } });
  const { key: serverKey, isOpen, keyHeader, keyVariable = "FADER_SERVERS", label } = upstream;
  const ownKey = keyHeader ? ownKeys?.get(id) : undefined;
  if (ownKey !== undefined) return { ...upstream, key: ownKey };
  if (isOpen || (isPublic && mayUseServerKeys())) return upstream;
  if (keyHeader && serverKey === undefined)
    throw new AppError("key_missing", { values: { provider: label, variable: keyVariable } });
  throw new AppError("no_access_rule", { values: { provider: label } });
}
