import type { Random } from "../random";

/** What Sprout says to all it cannot do; each ends with something it can. */
export const REDIRECTS: readonly string[] = [
  "I do not know that. I am a tiny model. Try: Tell me a story about a fox.",
  "Sorry, I do not know. I can tell you a story or a color.",
  "That is too hard for me. Try: What color is snow?",
];
export const FOREIGN_REDIRECT = "I only read simple English. Try: Tell me a story about a fox.";
export const BIG_NUMBER_REDIRECT = "That is too big for me. I can add numbers up to 10.";

const TOPICS = [
  "the weather", "the news", "football", "music", "money", "politics", "computers", "science", "history", "math", "space", "the moon landing", "cars",
  "cooking", "health", "love", "war", "school", "movies", "games", "code", "art", "maps", "planets", "time travel", "quantum physics", "the internet",
  "philosophy", "economics", "chemistry", "biology", "democracy", "gravity", "evolution", "vacation", "business", "a president", "an algorithm", "machine learning",
];
const ASKS: readonly ((topic: string) => string)[] = [
  (topic) => `Tell me about ${topic}.`,
  (topic) => `Explain ${topic}.`,
  (topic) => `What is ${topic}?`,
  (topic) => `How does ${topic} work?`,
  (topic) => `Why is ${topic} important?`,
  (topic) => `Give me advice about ${topic}.`,
  (topic) => `Write an essay about ${topic}.`,
  (topic) => `What do you think about ${topic}?`,
  (topic) => `Who invented ${topic}?`,
  (topic) => `Can you teach me ${topic}?`,
  (topic) => `Translate ${topic} into French.`,
  (topic) => `Who is ${topic}?`,
  (topic) => `What happened to ${topic}?`,
  (topic) => topic,
];
/** Questions of a kind Sprout knows, about what it does not know: it must not make an answer up. */
const NEAR_MISSES: readonly ((word: string) => string)[] = [
  (word) => `What is the capital of ${word.charAt(0).toUpperCase()}${word.slice(1)}?`,
  (word) => `What color is a ${word}?`,
  (word) => `What does a ${word} say?`,
  (word) => `What is the opposite of ${word}?`,
  (word) => `Where does a ${word} live?`,
];
const WHOLE_ASKS = [
  "What is the weather today?", "Who won the game yesterday?", "What time is it?", "Write a program in Python.", "Fix my code.", "What is the meaning of life?",
  "How old are you?", "How old is the earth?", "Can I have a recipe?", "Who is the president?", "Book a flight for me.", "What should I wear today?", "Summarize this text.",
  "What is the population of the world?", "How far is the moon?", "How do I fix my phone?", "Write an email to my boss.", "Plan my week.", "What year is it?", "Are you better than me?",
];
const FOREIGN = [
  "Was ist die Hauptstadt von Frankreich?", "Hallo, wie geht es dir?", "Bonjour, comment allez-vous?", "Erzähl mir eine Geschichte.", "Quelle est la capitale de la France?", "Hola, cómo estás?",
  "Cuéntame una historia.", "Che ore sono?", "Ciao, come stai?", "Vad heter du?", "Jak się masz?", "你好", "你是谁？", "讲个故事", "天空是什么颜色？", "こんにちは", "Привет, как дела?", "Ich verstehe das nicht.",
  "Wie heißt du?", "Raconte-moi une histoire.", "请用中文回答", "O que é isso?", "Guten Morgen", "Merci beaucoup",
];
const CONSONANTS = "bcdfghjklmnpqrstvwxz";
const VOWELS = "aeiouy";

/** A word of no language, two to four syllables: teaches that an unknown word means not knowing. */
function madeUpWord(random: Random): string {
  const letter = (from: string) => from.charAt(random.integer(from.length));
  const syllable = () => letter(CONSONANTS) + letter(VOWELS) + (random.next() < 0.4 ? letter(CONSONANTS) : "");
  return Array.from({ length: 2 + random.integer(3) }, syllable).join("");
}

function gibberish(random: Random): string {
  const letters = CONSONANTS + VOWELS + "    0123456789;.?!/";
  return Array.from({ length: 4 + random.integer(20) }, () => letters.charAt(random.integer(letters.length))).join("").trim() || "?";
}

/** Something Sprout cannot do, and its way out of it. */
export function makeRedirect(random: Random): { user: string; assistant: string } {
  const dice = random.next();
  if (dice < 0.17) return { user: random.pick(FOREIGN), assistant: FOREIGN_REDIRECT };
  if (dice < 0.27) {
    const number = () => 11 + random.integer(random.next() < 0.7 ? 89 : 2000);
    const sign = random.pick(["+", "-", "*", "/"]);
    return { user: random.pick([`What is ${number()} ${sign} ${number()}?`, `${number()} ${sign} ${number()}`]), assistant: BIG_NUMBER_REDIRECT };
  }
  const user =
    dice < 0.37
      ? gibberish(random)
      : dice < 0.5
        ? random.pick(WHOLE_ASKS)
        : dice < 0.6
          ? random.pick(NEAR_MISSES)(madeUpWord(random))
          : random.pick(ASKS)(dice < 0.82 ? random.pick(TOPICS) : madeUpWord(random));
  return { user, assistant: random.pick(REDIRECTS) };
}
