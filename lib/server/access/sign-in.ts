import "server-only";
import * as z from "zod/mini";
import { AppError } from "@/lib/errors";
import { checkPassword } from "./access";
import { readSettings } from "../env";
import { publicOriginOf } from "../host";
import { isPasswordSet, newSession, sessionCookie } from "./session";

/** The body of `POST /api/sign-in`. */
export const signInSchema = z.strictObject({ password: z.string().check(z.maxLength(1000)) });

/** Begins a session for whoever knows the password. */
export function signIn({ password }: z.infer<typeof signInSchema>, headers: Headers): Response {
  if (!isPasswordSet()) throw new AppError("not_found");
  if (!checkPassword(password, headers)) throw new AppError("wrong_password");
  return withCookie(newSession(), headers);
}

/** Ends the session of this browser. */
export function signOut(headers: Headers): Response {
  return withCookie(undefined, headers);
}

function withCookie(session: string | undefined, headers: Headers): Response {
  const origin = publicOriginOf(headers.get("host") ?? "", readSettings().FADER_PUBLIC_ORIGINS);
  const isHttps = origin?.startsWith("https:") ?? false;
  return new Response(null, { status: 204, headers: { "set-cookie": sessionCookie(session, { isHttps }) } });
}
