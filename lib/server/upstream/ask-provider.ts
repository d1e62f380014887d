import "server-only";
import type { OwnKeys } from "../own-keys";
import type { Texts } from "../texts";
import { toFailure } from "./failure";
import { openUpstream, type OpenUpstream } from "./open-upstream";
import { stopSwitch } from "./stop-switch";

/** One question to a provider that is no run, e.g. for its models: same keys, same switch, same errors. */
export async function askProvider<T>(
  id: string,
  { texts, ownKeys }: { texts: Texts; ownKeys?: OwnKeys },
  ask: (upstream: OpenUpstream) => Promise<T>,
  options?: { isPublic?: boolean },
): Promise<T> {
  const upstream = openUpstream(id, ownKeys, options);
  const call = new AbortController();
  stopSwitch().enter(call);
  try {
    return await ask(upstream);
  } catch (error) {
    const target = { id, rest: "", provider: upstream, dialect: upstream.dialect };
    throw toFailure(error, { target, host: upstream.host ?? "", key: upstream.key, parameters: {}, texts });
  } finally {
    stopSwitch().leave(call);
  }
}
