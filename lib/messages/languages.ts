import { en, type Messages } from "./en";
import { zh } from "./zh";

/** Adding a language: one message file and one row here. `label` is the language's own name. */
export const LANGUAGES = {
  en: { label: "English", htmlLang: "en", messages: en },
  zh: { label: "简体中文", htmlLang: "zh-CN", messages: zh },
} as const satisfies Record<string, { label: string; htmlLang: string; messages: Messages }>;

export type Language = keyof typeof LANGUAGES;

/**
 * The language to use: the visitor's cookie first, then the best of an Accept-Language header, then English.
 * Unknown and malformed values are passed over.
 */
export function chooseLanguage(cookie: string | undefined, acceptLanguage: string | null): Language {
  if (cookie && isLanguage(cookie)) return cookie;
  const wishes = (acceptLanguage ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wishes.find(isLanguage) ?? "en";
}

/** Whether a value names a language of ours. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(LANGUAGES, value);
}
