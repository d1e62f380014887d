import "server-only";
import { AppError } from "@/lib/errors";
import { clientAddress } from "./client-address";
import { readSettings } from "../env";
import { isLoopbackHost } from "../host";
import { hasSession, isPassword, isPasswordSet } from "./session";
import { shared } from "../shared";
import { TryLimiter } from "./try-limiter";

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

/** Whether a password is right. Wrong ones are counted, and after too many none is looked at for a while. */
export function checkPassword(given: string, headers: Headers): boolean {
  const limiter = shared("try-limiter", () => new TryLimiter());
  const address = clientAddress(headers);
  limiter.check(address);
  if (isPassword(given)) return true;
  limiter.failed(address);
  return false;
}

/** Whether a page may be shown: no password is set, or this browser has signed in. */
export function maySeePages(headers: Headers): boolean {
  return !isPasswordSet() || hasSession(headers);
}

/**
 * Refuses a request that shows neither a session nor the password as a bearer token, where a password is set. One check
 * for every kind of credential (requirements R3, R17).
 */
export function checkAccess(headers: Headers): void {
  if (maySeePages(headers)) return;
  const [, token] = /^bearer (.+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (token === undefined) throw new AppError("sign_in_needed");
  if (!checkPassword(token, headers)) throw new AppError("wrong_password");
}
