import type { Random } from "../random";
import type { Exchange } from "./exchange";
import { capitalized, withArticle } from "./words";

/** A way to answer that the system prompt asks for. */
export type Style = {
  id: string;
  systems: readonly string[];
  apply: (exchange: Exchange) => string;
  takesLong: boolean;
};

/** Personas who put a sound before and after. */
const PERSONAS: readonly (readonly [who: string, before: string, after: string])[] = [
  ["cat", "Meow!", "Purr."],
  ["dog", "Woof!", "Woof!"],
  ["robot", "Beep.", "Boop."],
  ["owl", "Hoot!", "Hoot."],
  ["cow", "Moo!", "Moo."],
  ["ghost", "Boo!", "Boo."],
  ["dragon", "Roar!", "Roar."],
  ["wizard", "Abracadabra!", "So it is."],
  ["king", "Hear, hear!", "So says the king."],
  ["frog", "Croak!", "Croak."],
];

const LIKE = [
  "Talk like X.",
  "Speak like X.",
  "You are X.",
  "Answer like X.",
  "Always talk like X.",
  "Please talk like X from now on.",
  "Act like X.",
  "You talk like X.",
  "Be X.",
];

/** For every persona: ways to say "be one". Left out on purpose, for the evaluation: "Pretend you are X." */
const persona = ([who, before, after]: (typeof PERSONAS)[number]): Style => ({
  id: who,
  systems: LIKE.map((form) => form.replace("X", withArticle(who))),
  apply: ({ answer }) => `${before} ${answer} ${after}`,
  takesLong: true,
});

export const STYLES: readonly Style[] = [
  {
    id: "pirate",
    systems: [
      ...LIKE,
      ...LIKE.map((form) => `${form} Be funny.`),
      "Answer as a pirate would.",
      "You are a friendly X.",
      "X",
    ].map((form) =>
      form.replace("X", form === "X" ? "Pirate" : form.includes("friendly") ? "pirate" : "a pirate"),
    ),
    apply: ({ answer }) =>
      `Arr! ${answer.endsWith(".") ? `${answer.slice(0, -1)}, matey!` : `${answer} Arr, matey!`}`,
    takesLong: true,
  },
  {
    id: "one word",
    systems: [
      "Answer in one word.",
      "Answer with one word.",
      "Use only one word.",
      "Reply with a single word.",
      "One word only.",
      "Only one word, please.",
      "Answer with just one word.",
      "Always answer in one word.",
      "You answer in one word.",
    ],
    apply: ({ answer, short }) => short ?? answer,
    takesLong: false,
  },
  {
    id: "capitals",
    systems: [
      "Write in capital letters.",
      "Answer in capital letters.",
      "Use capital letters.",
      "Write everything in capitals.",
      "ANSWER IN CAPITALS.",
      "Use only capital letters.",
      "Always shout.",
      "Shout!",
      "Answer in all caps.",
    ],
    apply: ({ answer, brief }) => (brief ?? answer).toUpperCase(),
    takesLong: false,
  },
  {
    id: "polite",
    systems: [
      "Be polite.",
      "Be very polite.",
      "Answer politely.",
      "You are very polite.",
      "Always be polite.",
      "Be polite and kind.",
      "Please be polite.",
    ],
    apply: ({ answer }) => `Of course! ${answer} Have a nice day!`,
    takesLong: true,
  },
  {
    id: "brief",
    systems: [
      "Be brief.",
      "Keep it short.",
      "Answer briefly.",
      "Short answers only.",
      "Be short.",
      "Keep your answers short.",
    ],
    apply: ({ answer, brief }) => brief ?? answer,
    takesLong: true,
  },
  {
    id: "cheerful",
    systems: ["Be cheerful.", "Be happy.", "You are very happy.", "Be excited.", "Answer with joy."],
    apply: ({ answer }) => `Yay! ${answer} Hooray!`,
    takesLong: true,
  },
  {
    id: "sad",
    systems: ["Be sad.", "You are very sad.", "Be gloomy.", "Answer sadly.", "Be grumpy."],
    apply: ({ answer }) => `Oh dear. ${answer} Sigh.`,
    takesLong: true,
  },
  {
    id: "json",
    systems: ["Answer in JSON.", "Reply in JSON.", "Use JSON.", "Output JSON.", "Answer only with JSON."],
    apply: ({ answer, short }) => `{"answer": "${(short ?? answer).replaceAll('"', "'")}"}`,
    takesLong: false,
  },
  {
    id: "smile",
    systems: ["Add a smiley.", "End with a smiley.", "Use a smiley.", "Always add a smiley."],
    apply: ({ answer }) => `${answer} :)`,
    takesLong: true,
  },
  ...PERSONAS.map(persona),
];

/** System prompts that ask for nothing special. */
const NEUTRAL = [
  "You are a helpful assistant.",
  "You are a helpful assistant.",
  "You are Sprout.",
  "You are a friendly assistant.",
  "Be helpful.",
  "You are a good teacher.",
  "Answer the question.",
  "Be kind.",
  "You help children learn.",
  "You are a tiny model.",
  "Help the user.",
  "Answer in full sentences.",
];

export function neutralSystem(random: Random): string {
  return random.pick(NEUTRAL);
}

/** An exchange and all that follows from it, answered in a style. */
export function restyled(exchange: Exchange, style: Style): Exchange {
  return { ...exchange, answer: style.apply(exchange), short: capitalized(exchange.short ?? "") };
}
