import "server-only";
import { createTranslator } from "use-intl/core";
import { compiledMessages } from "@/lib/messages/compiled";
import { LANGUAGE_COOKIE } from "@/lib/messages/language-cookie";
import { chooseLanguage, type Language } from "@/lib/messages/languages";
import { readCookie } from "./cookies";

function createTexts(language: Language) {
  return createTranslator({
    locale: language,
    messages: compiledMessages(language),
    timeZone: "UTC",
  });
}

/** Everything the server says, in one language: `texts("errors.internal")`. */
export type Texts = ReturnType<typeof createTexts>;

const made = new Map<Language, Texts>();

/** The texts in the language of the reader's cookie, else of the browser, else English. */
export function textsFor(headers: Headers): Texts {
  const language = chooseLanguage(readCookie(headers, LANGUAGE_COOKIE), headers.get("accept-language"));
  const texts = made.get(language) ?? createTexts(language);
  made.set(language, texts);
  return texts;
}
