import "server-only";
import * as z from "zod/mini";
import { SERVER_DIALECTS } from "@/lib/catalog/dialects";
import { isProviderRow } from "@/lib/catalog/providers";

/** A key as providers issue them: nothing that could end a header or hide in it. */
export const KEY_PATTERN = /^[\x21-\x7e]{1,512}$/;
export const keySchema = z.string().check(z.regex(KEY_PATTERN));

/** An address of requests: no password in it, nothing after the path; a closing slash is dropped. */
export const baseUrlSchema = z.pipe(
  z.string().check(z.refine(isBaseUrl)),
  z.transform((url: string) => new URL(url).href.replace(/\/+$/, "")),
);

function isBaseUrl(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { username, password, search, hash } = new URL(value);
  return username + password + search + hash === "" && !value.includes("?") && !value.includes("#");
}

const server = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/)),
  label: z.string().check(z.minLength(1), z.maxLength(60)),
  dialect: z.enum(SERVER_DIALECTS),
  baseUrl: baseUrlSchema,
  key: z.optional(keySchema),
});

/** `FADER_SERVERS`: a JSON list, each id once and none that Fader itself uses. */
export const serversSchema = z.pipe(
  z.pipe(z.string(), z.transform(parseJson)),
  z.array(server).check(
    z.maxLength(32),
    z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
    z.refine((list) => list.every(({ id }) => !isProviderRow(id) && id !== "browser")),
  ),
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
