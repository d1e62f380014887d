/** Holds a language id of `languages.ts`; apart from it, so that the browser need not load every language's texts. */
export const LANGUAGE_COOKIE = "fader-language";
