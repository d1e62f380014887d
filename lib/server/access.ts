import "server-only";
import { readSettings } from "./env";
import { isLoopbackHost } from "./host";

/** Whether others than this machine may reach the server: by its address, or under a public name. */
function isExposed(): boolean {
  const { FADER_HOST, FADER_PUBLIC_ORIGINS } = readSettings();
  const host = FADER_HOST.includes(":") ? `[${FADER_HOST}]` : FADER_HOST;
  return (
    !isLoopbackHost(host) || FADER_PUBLIC_ORIGINS.some((origin) => !isLoopbackHost(new URL(origin).host))
  );
}

/**
 * Whether requests may be made with the operator's keys, or to the operator's own servers: only where there is an access
 * rule, or nobody else can come (requirements R15).
 */
export function mayUseServerKeys(): boolean {
  const { FADER_PASSWORD, FADER_OPEN } = readSettings();
  return FADER_PASSWORD !== undefined || FADER_OPEN !== undefined || !isExposed();
}
