import "server-only";
import { AppError } from "@/lib/errors";
import { readSettings } from "./env";
import { isLoopbackHost } from "./host";

/**
 * Refuses what a page of another site had a visitor's browser send (requirements R19). A browser that says nothing of
 * the site says at least the origin; a request with neither header comes from a program, not from a browser.
 */
export function checkSite(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (origin === "null") throw new AppError("cross_site");
  if (
    site !== null
      ? site !== "same-origin" && site !== "none"
      : origin !== null && !isOwnOrigin(origin, headers)
  ) {
    throw new AppError("cross_site");
  }
}

/** A configured public origin, or the loopback address that the request itself was sent to. */
function isOwnOrigin(origin: string, headers: Headers): boolean {
  const host = headers.get("host") ?? "";
  return (
    readSettings().FADER_PUBLIC_ORIGINS.includes(origin) ||
    (isLoopbackHost(host) && origin === `http://${host.toLowerCase()}`)
  );
}
