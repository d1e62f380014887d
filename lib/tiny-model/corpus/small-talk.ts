import type { Exchange, Source, Topic } from "./exchange";
import { inventName } from "./heroes";
import { ABOUT_MODELS, ABOUT_SPROUT, FEELINGS, GREETINGS, type SmallTalk } from "./small-talk-lines";
import { ANIMALS, BOYS, COLORS, FOODS, GIRLS } from "./words";

const talk =
  (name: string, lines: readonly SmallTalk[]): Topic =>
  ({ random, decks }) => {
    const forms = lines.flatMap((line) => line.says.map((says) => ({ ...line, says })));
    const { says, answers, short } = decks.next(name, forms);
    return { user: says, answer: random.pick(answers), short };
  };

export const greeting = talk("greetings", GREETINGS);
export const aboutSprout = talk("about sprout", ABOUT_SPROUT);
export const aboutModels = talk("about models", ABOUT_MODELS);
export const feeling = talk("feelings", FEELINGS);

/** "Thank you!" at the end of a conversation. */
export const thanks = talk("thanks", GREETINGS.slice(3));

/** "I like cats." and "Do you like cats?" */
export const liking: Topic = ({ random }) => {
  const thing = random.pick([...ANIMALS.slice(0, 20).map(plural), ...FOODS, "stories", "jokes", "books"]);
  return random.pick<() => Exchange>([
    () => ({ user: `I like ${thing}.`, answer: `I like ${thing} too!`, short: "Nice" }),
    () => ({ user: `Do you like ${thing}?`, answer: `Yes, I like ${thing}. Do you?`, short: "Yes" }),
  ])();
};

/** The visitor tells something of their own and asks for it later: the answer stands only in the conversation. */
export function remembered(source: Source): Exchange {
  const { random } = source;
  const name = random.next() < 0.2 ? inventName(random) : random.pick([...GIRLS, ...BOYS]);
  const color = random.pick(COLORS);
  const animal = random.pick(ANIMALS);
  return random.pick<() => Exchange>([
    () =>
      nameTold(
        name,
        random.pick(["My name is N.", "I am N.", "Hello, my name is N.", "Hi! I am N.", "Call me N."]),
      ),
    () => nameTold(name, random.pick(["My name is N.", "My name is N."])),
    () =>
      told(
        `My favorite color is ${color}.`,
        `${color.charAt(0).toUpperCase()}${color.slice(1)} is a nice color!`,
        "What is my favorite color?",
        `Your favorite color is ${color}.`,
        color,
      ),
    () =>
      told(
        `My favorite animal is the ${animal}.`,
        `I like the ${animal} too!`,
        "What is my favorite animal?",
        `Your favorite animal is the ${animal}.`,
        animal,
      ),
    () =>
      told(
        `I have a ${animal} named ${name}.`,
        `${name} is a nice name for a ${animal}!`,
        `What is the name of my ${animal}?`,
        `Your ${animal} is named ${name}.`,
        name,
      ),
  ])();
}

function nameTold(name: string, says: string): Exchange {
  return told(
    says.replace("N", name),
    `Nice to meet you, ${name}!`,
    "What is my name?",
    `Your name is ${name}.`,
    name,
  );
}

function told(user: string, answer: string, question: string, recalled: string, short: string): Exchange {
  return { user, answer, short: "Nice", followUps: [{ user: question, answer: recalled, short }] };
}

/** What may be asked after anything. */
export function afterthought({ random }: Source): Exchange {
  return random.pick<Exchange>([
    { user: "Are you sure?", answer: "I think so. But I am small and can be wrong.", short: "Maybe" },
    { user: "Why?", answer: "I do not know why. I only know a little.", short: "Hm" },
    { user: "Really?", answer: "I think so. But I am small and can be wrong.", short: "Yes" },
    { user: "How do you know that?", answer: "I learned it when I was trained.", short: "Training" },
  ]);
}

function plural(noun: string): string {
  const odd: Record<string, string> = {
    wolf: "wolves",
    mouse: "mice",
    fish: "fish",
    sheep: "sheep",
    fox: "foxes",
  };
  return odd[noun] ?? `${noun}s`;
}
