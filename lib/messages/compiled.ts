import compile from "icu-minify/compile";
import type { Messages } from "./en";
import { LANGUAGES, type Language } from "./languages";

type Tree = { [key: string]: string | Tree };

/** As plain JSON: the compiler's objects have no prototype, and only those that have one travel to the browser. */
function compileText(text: string): object | string {
  return JSON.parse(JSON.stringify(compile(text)));
}

function compileTree(tree: Tree): object {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === "string" ? compileText(value) : compileTree(value),
    ]),
  );
}

const compiled = new Map<Language, Messages>();

/**
 * The messages of a language with their plurals and placeholders taken apart, once, on the server. use-intl is built to
 * read only such (next.config.js): the parser of the message format weighs more than the rest of it, and a browser would
 * spend a first visit's time parsing. The types stay those of the texts, by which `t("...")` is checked.
 */
export function compiledMessages(language: Language): Messages {
  const made = compiled.get(language) ?? (compileTree(LANGUAGES[language].messages) as Messages);
  compiled.set(language, made);
  return made;
}

/** What only the server says: to programs, and to whoever starts it. It never travels to a browser. */
const SERVER_GROUPS = ["door", "settings"] as const satisfies (keyof Messages)[];

/** What parts say that come on demand: fetched with the first of them, so that a first visit does not wait for it. */
export const LATER_GROUPS = [
  "fields",
  "sent",
  "keys",
  "lens",
  "tokens",
  "words",
  "compare",
  "variables",
  "links",
  "library",
  "replay",
  "share",
  "code",
  "loading",
] as const satisfies (keyof Messages)[];

/** Failures that only short links know: what can be done with those comes on demand. */
const ERRORS_OF_LINKS = [
  "link_unknown",
  "link_expired",
  "link_unreadable",
  "link_too_large",
  "wrong_delete_key",
  "too_many_links",
  "links_full",
  "storage_full",
  "storage_failed",
  "storage_newer",
] as const satisfies (keyof Messages["errors"])[];

/** The messages that a page begins with. */
export type PageMessages = Omit<Messages, (typeof SERVER_GROUPS | typeof LATER_GROUPS)[number]>;
export type LaterMessages = Pick<Messages, (typeof LATER_GROUPS)[number] | "errors">;

/** The messages of a page in one language, compiled. */
export function pageMessages(language: Language): PageMessages {
  const messages: Partial<Messages> = { ...compiledMessages(language) };
  for (const group of [...SERVER_GROUPS, ...LATER_GROUPS]) delete messages[group];
  const errors: Partial<Messages["errors"]> = { ...messages.errors };
  for (const code of ERRORS_OF_LINKS) delete errors[code];
  return { ...messages, errors } as PageMessages;
}

/** The messages of parts that come on demand, compiled. */
export function laterMessages(language: Language): LaterMessages {
  const messages = compiledMessages(language);
  // The errors once more, all of them: they take the place of those that the page began with.
  return Object.fromEntries(
    [...LATER_GROUPS, "errors" as const].map((group) => [group, messages[group]]),
  ) as LaterMessages;
}
