import "server-only";
import { createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { readCookie } from "../cookies";
import { readSettings } from "../env";
import { shared } from "../shared";

export const SESSION_COOKIE = "fader-session";
const SESSION_MS = 12 * 60 * 60 * 1000;
/** Fixed on purpose: sessions outlive a restart, and end when the password changes. */
const SALT = "fader session key 1";
const KEY_BYTES = 32;

export function isPasswordSet(): boolean {
  return readSettings().FADER_PASSWORD !== undefined;
}

/** Whether `given` is the password, in a time that does not depend on how much of it is right. */
export function isPassword(given: string): boolean {
  const password = readSettings().FADER_PASSWORD;
  return password !== undefined && timingSafeEqual(digest(given), digest(password));
}

/** A session that this server alone can write: when it ends, something random, and the signature of both. */
export function newSession(now = Date.now()): string {
  const claim = `${(now + SESSION_MS).toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${claim}.${sign(claim)}`;
}

/** Whether the request carries a session of ours that has not ended. */
export function hasSession(headers: Headers, now = Date.now()): boolean {
  const [until = "", nonce = "", signature = "", ...rest] = (readCookie(headers, SESSION_COOKIE) ?? "").split(
    ".",
  );
  if (rest.length > 0 || signature === "") return false;
  const isOurs = timingSafeEqual(digest(signature), digest(sign(`${until}.${nonce}`)));
  return isOurs && Number.parseInt(until, 36) > now;
}

/** The `Set-Cookie` that begins a session, or ends it. */
export function sessionCookie(session: string | undefined, { isHttps }: { isHttps: boolean }): string {
  const seconds = session === undefined ? 0 : SESSION_MS / 1000;
  return `${SESSION_COOKIE}=${session ?? ""}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isHttps ? "; Secure" : ""}`;
}

function sign(claim: string): string {
  return createHmac("sha256", signingKey()).update(claim).digest("base64url");
}

/** Derived from the password once: scrypt is slow on purpose. */
function signingKey(): Buffer {
  const password = readSettings().FADER_PASSWORD ?? "";
  return shared(`session-key ${digest(password).toString("base64url")}`, () =>
    scryptSync(password, SALT, KEY_BYTES),
  );
}

/** Equal lengths for a comparison in constant time. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
