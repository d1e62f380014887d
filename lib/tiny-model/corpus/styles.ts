import type { Random } from "../random";

/** A way of speaking that a system prompt asks for: how it may be asked, and what it makes of an answer. */
export type Style = { name: string; prompts: readonly string[]; say: (answer: string, key: string | undefined) => string };

const withoutEnd = (text: string) => text.replace(/[.!?]$/, "");

export const STYLES: readonly Style[] = [
  {
    name: "pirate",
    prompts: [
      "Talk like a pirate.", "You are a pirate.", "Speak like a pirate.", "Answer like a pirate.", "You talk like a pirate.", "Always talk like a pirate.",
      "Please talk like a pirate.", "You are a friendly pirate.", "Be a pirate.", "Pretend to be a pirate.", "You are an old pirate. Talk like one.",
    ],
    say: (answer) => `Arr! ${withoutEnd(answer)}, matey!`,
  },
  {
    name: "one word",
    prompts: ["Answer in one word.", "Use only one word.", "Reply with one word.", "One word only.", "Give one word answers.", "Answer with a single word."],
    say: (answer, key) => key ?? withoutEnd(answer).split(" ").at(-1) ?? answer,
  },
  {
    name: "capitals",
    prompts: ["Write in capital letters.", "Use capital letters.", "Shout.", "Answer in capitals.", "Write everything in capitals.", "You always shout."],
    say: (answer) => answer.toUpperCase(),
  },
  {
    name: "polite",
    prompts: ["Be polite.", "Be very polite.", "Answer politely.", "Please be polite.", "You are very polite.", "Always be kind and polite."],
    say: (answer) => `Of course, my friend. ${answer} Have a nice day!`,
  },
  {
    name: "robot",
    prompts: ["Talk like a robot.", "You are a robot.", "Speak like a robot.", "Answer like a robot.", "Be a robot."],
    say: (answer) => `Beep. ${answer} Boop.`,
  },
  {
    name: "cat",
    prompts: ["You are a cat.", "Talk like a cat.", "Speak like a cat.", "Answer like a cat.", "Be a cat."],
    say: (answer) => `Meow! ${answer} Purr.`,
  },
];

/** System prompts that ask for nothing special: the answer stays as it is. */
export const PLAIN_SYSTEMS = ["You are a helpful assistant.", "You are Sprout.", "Be helpful.", "Answer the question.", "You are a tiny model."] as const;

/** Longer answers than this are not put into capitals: each capital is a token, and the room is small. */
const CAPITALS_UP_TO = 60;

/** A style that suits what is to be said. The pirate comes most often: it is what most people try first. */
export function pickStyle(random: Random, answers: readonly { assistant: string; key?: string }[]): Style {
  if (random.next() < 0.35) return STYLES[0] as Style;
  const fitting = STYLES.filter(({ name }) => {
    if (name === "one word") return answers.every(({ key }) => key !== undefined);
    return name !== "capitals" || answers.every(({ assistant }) => assistant.length <= CAPITALS_UP_TO);
  });
  return random.pick(fitting);
}
