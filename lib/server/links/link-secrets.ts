import "server-only";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 128 random bits, as 22 characters of base64url: an id, or a delete key. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

/** What is stored in a key's place. A key is random, so a fast hash tells nothing of it. */
export function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Whether `key` is the one with this hash, in a time that does not depend on how much of it is right. */
export function isKeyOf(hash: string, key: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(key), "hex"), Buffer.from(hash, "hex"));
}
