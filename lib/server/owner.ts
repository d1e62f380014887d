import "server-only";
import { randomBytes } from "node:crypto";
import { readCookie } from "./cookies";

/** Says whose runs are whose: random, for this browser session only, unreadable to scripts, and not an identity. */
export const OWNER_COOKIE = "fader-owner";

const OWNER_PATTERN = /^[\w-]{22}$/;

/** 128 random bits. */
export function newOwner(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * The owner that a request acts as. Programs carry no cookie and share the empty owner; among them the run's id, 122
 * random bits that only its maker knows, is what keeps one from stopping another's run.
 */
export function readOwner(headers: Headers): string {
  const owner = readCookie(headers, OWNER_COOKIE) ?? "";
  return OWNER_PATTERN.test(owner) ? owner : "";
}
