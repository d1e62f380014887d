import "server-only";
import * as z from "zod/mini";
import { PUBLIC_ADDRESSES } from "@/lib/catalog/public-addresses";
import { en } from "@/lib/messages/en";
import { baseUrlSchema, keySchema, serversSchema } from "./server-list";

/** An exact origin: scheme, host and port, nothing behind it. */
function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:\/\//.test(value) && new URL(value).origin === value;
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
}

function wholeNumber(least: number, most: number) {
  return z.coerce.number().check(z.int(), z.gte(least), z.lte(most));
}

const settingsSchema = z.object({
  /** The address to listen on. */
  FADER_HOST: z._default(z.string().check(z.regex(/^[\w.:-]+$/)), "127.0.0.1"),
  PORT: z._default(wholeNumber(0, 65_535), 3000),
  /** The addresses under which browsers reach this server, e.g. `https://fader.school.example`. */
  FADER_PUBLIC_ORIGINS: z._default(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((list: string) =>
          list.split(",").map((origin) => origin.trim().toLowerCase().replace(/\/$/, "")),
        ),
      ),
      z.array(z.string().check(z.refine(isOrigin))),
    ),
    [],
  ),
  OPENAI_API_KEY: z.optional(keySchema),
  OPENAI_BASE_URL: z._default(baseUrlSchema, PUBLIC_ADDRESSES.openai.baseUrl),
  HF_TOKEN: z.optional(keySchema),
  HF_BASE_URL: z._default(baseUrlSchema, PUBLIC_ADDRESSES.huggingface.baseUrl),
  /** Servers that the operator names, as JSON. */
  FADER_SERVERS: z._default(serversSchema, []),
  /** With one, pages ask for it and programs send it as a bearer token. */
  FADER_PASSWORD: z.optional(z.string().check(z.minLength(12))),
  FADER_OPEN: z.optional(z.literal("I-accept-the-bill")),
  /** How many proxies of the operator's stand before this server, each adding to X-Forwarded-For. */
  FADER_TRUSTED_PROXY_HOPS: z._default(wholeNumber(0, 10), 0),
  /** How long runs may go on after the server was asked to end. */
  FADER_DRAIN_SECONDS: z._default(wholeNumber(0, 600), 20),
  /** "yes", or a file: while it exists, nothing is sent to other servers. */
  FADER_STOP: z.optional(z.string().check(z.maxLength(1000))),
  /** The folder of the SQLite file, made on first use. */
  FADER_DATA: z._default(z.string().check(z.maxLength(1000)), "./.fader"),
  /** A PostgreSQL database in place of the file. */
  DATABASE_URL: z.optional(z.string().check(z.refine(isPostgresUrl))),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Thrown with a text that names every bad variable, never its value: values may be secrets. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** Reads settings from `source`; an empty variable counts as unset. */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(source)
      .filter(([, value]) => value !== undefined && value.trim() !== "")
      .map(([name, value]) => [name, value?.trim()]),
  );
  const result = settingsSchema.safeParse(given);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))] as (keyof Settings)[];
  throw new SettingsError(
    [en.settings.wrong, ...names.map((name) => `  ${name}: ${en.settings[name]}`)].join("\n"),
  );
}

let settings: Settings | undefined;

/** The operator's settings, read on first use, so that a build needs none of them. */
export function readSettings(): Settings {
  return (settings ??= parseSettings(process.env));
}

/** True under `next dev` only, which cannot work without eval and inline styles. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}
