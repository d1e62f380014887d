import { expect, test } from "vitest";
import { createTranslator } from "use-intl/core";
import { PARAMETER_KEYS, parameterRow } from "@/lib/catalog/parameters";
import type { ReasonCode } from "@/lib/catalog/support";
import { ERRORS, type ErrorCode } from "@/lib/errors";
import { compiledMessages } from "@/lib/messages/compiled";
import type { LinkProblem } from "@/lib/links/link-problem";
import { LANGUAGES, type Language } from "@/lib/messages/languages";

const LANGUAGE_IDS = Object.keys(LANGUAGES) as Language[];

type Tree = { [key: string]: string | Tree };

/** Every message as [dotted key, text]. */
function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    return typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`);
  });
}

/** The names of the placeholders of a message, however deep in plurals and selects. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name as string))].sort();
}

const ENGLISH = flatten(LANGUAGES.en.messages);

test.each(LANGUAGE_IDS)("%s has exactly the keys of English, none empty", (language) => {
  const own = flatten(LANGUAGES[language].messages);
  expect(own.map(([key]) => key).sort()).toEqual(ENGLISH.map(([key]) => key).sort());
  expect(own.filter(([, text]) => text.trim() === "")).toEqual([]);
});

test.each(LANGUAGE_IDS)("%s uses the placeholders of English", (language) => {
  const own = new Map(flatten(LANGUAGES[language].messages));
  const plural = /, plural|, select/;
  for (const [key, text] of ENGLISH) {
    if (plural.test(text) || plural.test(own.get(key) ?? "")) continue;
    expect([key, placeholders(own.get(key) ?? "")]).toEqual([key, placeholders(text)]);
  }
});

test.each(LANGUAGE_IDS)("%s: every message can be formatted", (language) => {
  const faults: string[] = [];
  const texts = createTranslator({
    locale: language,
    messages: compiledMessages(language) as Record<string, unknown>,
    timeZone: "UTC",
    onError: (error) => faults.push(error.message),
  });
  for (const [key, text] of flatten(LANGUAGES[language].messages)) {
    const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name as string);
    const written = texts(key as never, Object.fromEntries(names.map((name) => [name, 2])) as never);
    if (String(written).includes("{")) faults.push(`${key}: ${written}`);
  }
  expect(faults).toEqual([]);
});

test.each(LANGUAGE_IDS)(
  "%s: what a first visit shows formats no numbers, which would hold it up",
  (language) => {
    const { app, desk, pane, rail } = LANGUAGES[language].messages;
    const texts = flatten({ app, desk, pane, rail }).filter(([, text]) => /#|, number/.test(text));
    expect(texts).toEqual([]);
  },
);

test.each(LANGUAGE_IDS.flatMap((language) => PARAMETER_KEYS.map((key) => ({ language, key }))))(
  "$language: $key has its words",
  ({ language, key }) => {
    const words: Record<string, string> = LANGUAGES[language].messages.parameters[key];
    const row = parameterRow(key);
    // A fader with a neutral value has two sides to tell apart; a seed, say, has none.
    const sided = "neutral" in row || Boolean(words.low) || Boolean(words.high);
    const needed = sided ? ["label", "help", "low", "high"] : ["label", "help"];
    for (const name of needed) expect(words[name]?.length ?? 0, `${key}.${name}`).toBeGreaterThan(0);
  },
);

const REASONS: Record<ReasonCode, true> = {
  notTaken: true,
  needsOther: true,
  lockedBy: true,
  valueNotTaken: true,
  outOfRange: true,
  refused: true,
  unknownProvider: true,
};

const LINK_PROBLEMS: Record<LinkProblem["code"], true> = {
  notALink: true,
  notAFile: true,
  damaged: true,
  browserTooOld: true,
  newer: true,
  tooLong: true,
  tooLarge: true,
  invalid: true,
};

test.each(LANGUAGE_IDS)("%s has a message for everything that may be wrong with a link", (language) => {
  const { problems } = LANGUAGES[language].messages.links;
  expect(Object.keys(problems).sort()).toEqual(Object.keys(LINK_PROBLEMS).sort());
});

test.each(LANGUAGE_IDS)("%s has a message for every error and every reason, and no others", (language) => {
  const { errors, reasons } = LANGUAGES[language].messages;
  expect(Object.keys(errors).sort()).toEqual((Object.keys(ERRORS) as ErrorCode[]).sort());
  expect(Object.keys(reasons).sort()).toEqual(Object.keys(REASONS).sort());
});
