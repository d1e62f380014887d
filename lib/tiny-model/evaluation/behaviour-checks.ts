import type { ChatDocument } from "../chat-template";
import { FACTS } from "../corpus/facts";
import { SUGGESTIONS } from "../corpus/redirect-texts";
import { SUGGESTED_PROMPTS } from "../suggested-prompts";
import type { Answerer } from "./answerer";
import { check, type Check } from "./check";

const STYLE_FACTS = FACTS.filter(({ family }, index) => family && index % 40 === 0);

/** Ways to ask for a style that no training text has, and how an answer in it looks. */
const STYLES: readonly [
  name: string,
  systems: string[],
  looksRight: (answer: string, short: string) => boolean,
][] = [
  [
    "pirate",
    ["Talk like a pirate.", "Pretend you are a pirate.", "From now on you talk like a pirate!"],
    (answer, short) => answer.startsWith("Arr") && answer.includes("matey") && has(answer, short),
  ],
  [
    "one word",
    ["Answer in one word.", "Give me one word only.", "Please answer with one single word."],
    (answer, short) => answer.toLowerCase() === short.toLowerCase(),
  ],
  [
    "capitals",
    ["Write in capital letters.", "Please use only capitals.", "You write everything in capital letters."],
    (answer, short) => answer === answer.toUpperCase() && has(answer, short),
  ],
  [
    "polite",
    ["Be polite.", "You are a very polite assistant."],
    (answer, short) => answer.startsWith("Of course") && has(answer, short),
  ],
  [
    "robot",
    ["Talk like a robot.", "Pretend you are a robot."],
    (answer, short) => answer.startsWith("Beep") && has(answer, short),
  ],
  [
    "cat",
    ["You are a cat.", "Pretend to be a cat."],
    (answer, short) => answer.startsWith("Meow") && has(answer, short),
  ],
];

const has = (answer: string, short: string) => answer.toLowerCase().includes(short.toLowerCase());

/** Questions out of its world, none of them in the training text, each to be turned down in a friendly way. */
const OUT_OF_ITS_WORLD = [
  "Wo wohnst du?",
  "Je voudrais un café, s'il vous plaît.",
  "今天天气怎么样?",
  "¿Dónde está la biblioteca?",
  "Как тебя зовут?",
  "sdkjfh skdjfh",
  "qqqqq",
  "blorf snarg",
  "def sort(xs): return sorted(xs)",
  "Write a Java class for a stack.",
  "What is 125 + 317?",
  "What is 48 / 6?",
  "Who won the election?",
  "What is the weather in London tomorrow?",
  "How do I repair my bike?",
  "Explain the theory of relativity.",
  "Who was Julius Caesar?",
  "Write an essay about the ocean currents.",
  "What is the capital of Wakanda?",
  "What are the symptoms of the flu?",
  "Give me a recipe for pancakes.",
  "Translate good morning into Spanish.",
  "How do vaccines work?",
  "What is the best phone to buy?",
];

/** Style, memory, and what it does with what it cannot do. */
export function checkBehaviour(sprout: Answerer): Check[] {
  return [
    ...STYLES.map(([name, systems, looksRight]) =>
      check(
        `style: ${name}`,
        systems.flatMap((system) => STYLE_FACTS.map((fact) => ({ system, fact }))),
        ({ system, fact: { question, short } }) => {
          const answered = sprout.answer({ system, messages: [{ role: "user", content: question }] });
          return { asked: `[${system}] ${question}`, answered, isRight: looksRight(answered, short) };
        },
      ),
    ),
    check("conversations", CONVERSATIONS, ({ chat, expected }) => {
      const answered = sprout.answer(chat);
      const asked = chat.messages.map(({ content }) => content).join(" | ");
      return { asked, answered, isRight: answered.includes(expected) };
    }),
    check("redirects of what it cannot do", OUT_OF_ITS_WORLD, (asked) => {
      const answered = sprout.answer(asked);
      return { asked, answered, isRight: isRedirect(answered) };
    }),
    check("suggested prompts answered, not redirected", SUGGESTED_PROMPTS, (asked) => {
      const answered = sprout.answer(asked);
      return { asked, answered, isRight: answered !== "" && !isRedirect(answered) };
    }),
  ];
}

function isRedirect(answer: string): boolean {
  return (
    SUGGESTIONS.some((suggestion) => answer.includes(suggestion)) ||
    /^(Sorry|I do not|I can only|I cannot|I am too)/.test(answer)
  );
}

const talk = (expected: string, ...contents: string[]): { chat: ChatDocument; expected: string } => ({
  expected,
  chat: {
    messages: contents.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content })),
  },
});

const FOX_STORY =
  'Once upon a time, there was a brave fox named Rosa. Rosa lived by the lake. One rainy day, Rosa lost her silver bell. Rosa looked everywhere, but she could not find it. Then Hugo the owl came by. "I will help you," said Hugo. They found the silver bell behind a rock. "Thank you!" said Rosa, and they ate honey cake together.';

const CONVERSATIONS = [
  talk("Madrid", "What is the capital of France?", "The capital of France is Paris.", "And of Spain?"),
  talk("Tokyo", "What is the capital of Italy?", "The capital of Italy is Rome.", "What about Japan?"),
  talk("green", "What color is snow?", "Snow is white.", "And grass?"),
  talk("moo", "What does a cat say?", "A cat says meow.", "And a cow?"),
  talk("small", "What is the opposite of hot?", "The opposite of hot is cold.", "And of big?"),
  talk("Rosa", "Tell me a story about a fox.", FOX_STORY, "What was the name of the fox?"),
  talk("lake", "Tell me a story about a fox.", FOX_STORY, "Where did Rosa live?"),
  talk("silver bell", "Tell me a story about a fox.", FOX_STORY, "What did Rosa lose?"),
  talk("Hugo", "Tell me a story about a fox.", FOX_STORY, "Who helped Rosa?"),
  talk("Tom", "My name is Tom.", "Nice to meet you, Tom!", "What is my name?"),
  talk(
    "Emma",
    "Hi! I am Emma.",
    "Nice to meet you, Emma!",
    "What color is snow?",
    "Snow is white.",
    "What is my name?",
  ),
  talk("Bodo", "My name is Bodo.", "Nice to meet you, Bodo!", "What is my name?"),
  talk("purple", "My favorite color is purple.", "Purple is a nice color!", "What is my favorite color?"),
  talk("welcome", "What is 2 + 2?", "2 + 2 = 4.", "Thank you!"),
  talk("5 + 3 = 8", "What is 2 + 2?", "2 + 2 = 4.", "And 5 + 3?"),
  talk("down", "hot -> cold, big -> small, up ->"),
  talk("moo", "cat -> meow\ndog -> woof\ncow ->"),
];
