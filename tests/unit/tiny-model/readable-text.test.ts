import { describe, expect, test } from "vitest";
import { DESIGNED_ODDS } from "@/lib/tiny-model/corpus/designed-odds";
import { FACTS } from "@/lib/tiny-model/corpus/facts";
import { generateCorpus } from "@/lib/tiny-model/corpus/generate-corpus";
import { createReader } from "@/lib/tiny-model/sprout-reader";
import { SUGGESTED_PROMPTS } from "@/lib/tiny-model/suggested-prompts";
import { trainTokenizer } from "@/lib/tiny-model/tokenizer-trainer";
import { textsOf } from "./support";

const texts = textsOf(generateCorpus({ seed: 7, documents: 3000 }));
const { canRead, countTokens } = createReader(trainTokenizer(texts, { size: 320, wholeWords: [] }));

const READABLE = [
  "",
  "   ",
  "hello",
  "Hi!",
  "who are you",
  "3 + 4",
  "What is 25 + 30?",
  "12",
  "Tell me a story about a fox named Zorblax.",
  "Tell me a story about Anna and Peter, who live in a small house by the sea.",
  "My name is Wilhelmina.",
  "Is Batman stronger than Superman?",
  "How are you today?",
  "I went to the market with my mother yesterday.",
  "Where is the nearest station?",
  "Please help me with my homework.",
  "The weather is nice today.",
  "We are going to visit Grandma in Chicago.",
  "I don't know what you're talking about.",
  "The quick brown fox jumps over the lazy dog.",
  "Can you explain how rain works?",
  "hot -> cold, big -> small, up ->",
  "cat -> meow\ndog -> woof\ncow ->",
  "Talk like a pirate.",
  "Answer in one word.",
  "What's the capital of Mongolia?",
  "Roll a die.",
  "She opened the",
  "Once upon a time",
  "Positive or negative? I love this book.",
  "Write a Python function.",
  "Count from 3 to 7.",
];

const UNREADABLE = [
  "你好",
  "法国的首都是哪里?",
  "请讲一个关于狐狸的故事。",
  "Was ist die Hauptstadt von Frankreich?",
  "Erzähl mir eine Geschichte über einen Fuchs.",
  "Wie geht es dir heute?",
  "Ich habe keine Ahnung, was du meinst.",
  "Was will der Mann in Rom?",
  "Der Hund ist in dem Garten.",
  "Guten Morgen",
  "Schreibe ein Gedicht über den Mond",
  "Bonjour",
  "Quelle est la capitale de la France ?",
  "Raconte-moi une histoire.",
  "Je suis très content de te voir.",
  "Hola, ¿cómo estás?",
  "Me gusta mucho el chocolate.",
  "Ciao, come stai?",
  "Привет, как дела?",
  "こんにちは",
  "안녕하세요",
  "مرحبا",
  "Jak się masz?",
  "Hoe gaat het met je?",
  "Obrigado pela ajuda",
  "asdf",
  "asdfgh qwer zxcv",
  "xkcd jjjj wq",
  "blorf snarg fleem",
  "???",
  "Lorem ipsum dolor sit amet consectetur",
  "function add(a, b) { return a + b; }",
  "const x = items.map((item) => item.id);",
  'def main():\n    print("hello")',
  "SELECT * FROM users WHERE id = 1;",
  '<div class="box">Hello</div>',
  "for (let i = 0; i < 10; i++) { sum += i; }",
  "import numpy as np\nx = np.array([1,2])",
  "#include <stdio.h>",
];

describe("what Sprout can plausibly read", () => {
  test.each(READABLE)("yes: %j", (text) => expect(canRead(text)).toBe(true));

  test.each(UNREADABLE)("no: %j", (text) => expect(canRead(text)).toBe(false));

  test("all it was taught to be asked", () => {
    const asked = [
      ...SUGGESTED_PROMPTS,
      ...FACTS.map(({ question }) => question),
      ...DESIGNED_ODDS.flatMap(({ prompts }) => prompts),
    ];
    expect(asked.filter((text) => !canRead(text))).toEqual([]);
    expect(asked.filter((text) => !canRead(text.toLowerCase()))).toEqual([]);
  });

  test("a text while it is typed, from its first whole word on", () => {
    const words = "Tell me a story about a fox.".split(" ");
    for (let length = 1; length <= words.length; length += 1) {
      expect(canRead(words.slice(0, length).join(" "))).toBe(true);
    }
  });
});

test("the room a prompt takes is counted with its frame", () => {
  // <|bos|> <|user|> and the end of the turn, then <|assistant|>.
  expect(countTokens("", [{ role: "user", content: "" }])).toBe(4);
  expect(countTokens("Hi", [{ role: "user", content: "" }])).toBeGreaterThan(6);
});
