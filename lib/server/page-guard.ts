import "server-only";
import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { AppError } from "@/lib/errors";
import { maySeePages } from "./access/access";
import { contentSecurityPolicy, POLICY_HEADER } from "./content-security-policy";
import { isDevelopment, readSettings } from "./env";
import { checkHost, publicOriginOf } from "./host";
import { newOwner, OWNER_COOKIE, readOwner } from "./owner";
import { textsFor } from "./texts";

const SIGN_IN = "/sign-in";
const SHORT_LINK = /^\/s\/([\w-]+)$/;

/**
 * Stands before every page: refuses foreign Host names, gives the page its headers and the visitor an owner. Next reads
 * the nonce from the request's own policy header. Pages are only ever read, so any other method is refused before a
 * body is touched. Not a boundary: each route handler checks for itself (requirements R2, R3).
 */
export function guardPage(request: NextRequest): Response {
  try {
    checkHost(request.headers);
  } catch (error) {
    if (error instanceof AppError) return refusePage(421, textsFor(request.headers)("errors.unknown_host"));
    throw error;
  }
  if (request.method !== "GET" && request.method !== "HEAD")
    return refusePage(405, "", { allow: "GET, HEAD" });
  const isSignIn = request.nextUrl.pathname === SIGN_IN;
  if (!isSignIn && !maySeePages(request.headers)) return toSignIn(request);
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), isDevelopment());
  const headers = new Headers(request.headers);
  headers.set(POLICY_HEADER, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY_HEADER, policy);
  if (readOwner(request.headers) === "") giveOwner(request, response);
  return response;
}

/**
 * Next sends it on as a path alone, so the browser stays under the name by which it came. A short link is not forgotten on
 * the way; what stands behind a "#" the browser keeps by itself.
 */
function toSignIn(request: NextRequest): Response {
  const address = new URL(SIGN_IN, request.url);
  const [, linkId] = SHORT_LINK.exec(request.nextUrl.pathname) ?? [];
  if (linkId !== undefined) address.searchParams.set("link", linkId);
  const response = NextResponse.redirect(address, 303);
  response.headers.set("cache-control", "no-store");
  return response;
}

function giveOwner(request: NextRequest, response: NextResponse): void {
  const origin = publicOriginOf(request.headers.get("host") ?? "", readSettings().FADER_PUBLIC_ORIGINS);
  const secure = origin?.startsWith("https:") ?? false;
  response.cookies.set(OWNER_COOKIE, newOwner(), { httpOnly: true, sameSite: "lax", path: "/", secure });
}

function refusePage(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}
