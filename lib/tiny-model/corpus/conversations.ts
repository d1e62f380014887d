import type { ChatDocument } from "../chat-template";
import { arithmetic, comparing } from "./arithmetic";
import { choice, completion, naming } from "./designed";
import type { Exchange, Source, Topic } from "./exchange";
import { fact } from "./facts";
import { inventName } from "./heroes";
import { joke } from "./jokes";
import { list } from "./lists";
import { redirect } from "./redirects";
import { aboutSprout, afterthought, greeting, liking, remembered, thanks } from "./small-talk";
import { shortStory, story } from "./stories";
import { neutralSystem, restyled, STYLES } from "./styles";
import { sentiment } from "./sentiment";
import { withNoise } from "./user-noise";
import { BOYS, GIRLS } from "./words";
import { shuffle } from "./decks";

/** Makes one document. */
export type DocumentMaker = (source: Source) => ChatDocument;

/** A system prompt that asks for nothing, now and then, so that its mere presence means nothing. */
const NEUTRAL_SHARE = 0.06;

/** One question, one answer. */
export const single =
  (topic: Topic): DocumentMaker =>
  (source) =>
    toDocument([topic(source)], source);

/** One topic and what follows from it: "And of Spain?", "What was the fox's name?", "Another one." */
export const followed =
  (topic: Topic): DocumentMaker =>
  (source) => {
    const exchange = topic({ ...source, setting: "later" });
    const followUps = shuffle(exchange.followUps ?? [], source.random).slice(
      0,
      source.random.next() < 0.6 ? 1 : 2,
    );
    return toDocument([exchange, ...followUps], source);
  };

const SMALL_TOPICS: readonly Topic[] = [
  fact,
  fact,
  fact,
  arithmetic,
  arithmetic,
  comparing,
  choice,
  naming,
  joke,
  completion,
  greeting,
  liking,
  redirect,
  aboutSprout,
  list,
  sentiment,
];

/** Questions that have nothing to do with each other. */
export const mixed: DocumentMaker = (source) => {
  const later: Source = { ...source, setting: "later" };
  const { random } = source;
  const exchanges = [
    random.next() < 0.3 ? greeting(later) : random.pick(SMALL_TOPICS)(later),
    random.pick(SMALL_TOPICS)(later),
  ];
  if (random.next() < 0.4) exchanges.push(random.pick(SMALL_TOPICS)(later));
  const end = random.next();
  if (end < 0.15) exchanges.push(thanks(later));
  else if (end < 0.25) exchanges.push(afterthought(later));
  else if (end < 0.32) exchanges.push(shortStory(later));
  return toDocument(exchanges, source);
};

/** Something told, perhaps something else, then asked for. */
export const recalling: DocumentMaker = (source) => {
  const later: Source = { ...source, setting: "later" };
  const told = remembered(later);
  const between = source.random.next() < 0.5 ? [source.random.pick(SMALL_TOPICS)(later)] : [];
  return toDocument([told, ...between, ...(told.followUps ?? [])], source);
};

const STYLED_TOPICS: readonly Topic[] = [
  fact,
  fact,
  fact,
  fact,
  arithmetic,
  completion,
  greeting,
  aboutSprout,
  naming,
  choice,
  joke,
  redirect,
  story,
  shortStory,
  liking,
  comparing,
];
const SHORT_TOPICS: readonly Topic[] = [
  fact,
  fact,
  fact,
  fact,
  fact,
  arithmetic,
  arithmetic,
  comparing,
  completion,
  choice,
  naming,
  greeting,
  sentiment,
  shortStory,
  aboutSprout,
];

/** Answered as the system prompt says, for one question or two. */
export const styled: DocumentMaker = (source) => {
  const { random, decks } = source;
  const style = decks.next("styles", STYLE_CARDS);
  const setting = { ...source, setting: "styled" } as const;
  const topics = style.takesLong ? STYLED_TOPICS : SHORT_TOPICS;
  const exchanges = [random.pick(topics)(setting)];
  if (random.next() < 0.25) exchanges.push(random.pick(SHORT_TOPICS)(setting));
  const system = decks.next(`systems ${style.id}`, style.systems);
  return toDocument(
    exchanges.map((exchange) => restyled(exchange, style)),
    source,
    withNoise(system, random),
  );
};

/** The styles people try first come more often. */
const STYLE_CARDS = STYLES.flatMap((style) =>
  Array<typeof style>(["pirate", "one word", "capitals"].includes(style.id) ? 4 : 1).fill(style),
);

/** What the system prompt tells and the visitor asks for: a name, a secret word. */
export const told: DocumentMaker = (source) => {
  const { random } = source;
  const name = random.next() < 0.3 ? inventName(random) : random.pick([...GIRLS, ...BOYS]);
  const word = random.pick("moon apple river star tiger lamp cloud garden silver bread".split(" "));
  const ask = (users: string[], answer: string, short: string): Exchange => ({
    user: random.pick(users),
    answer,
    short,
  });
  const [system, exchange] = random.pick<() => [string, Exchange]>([
    () => [
      random.pick([`Your name is ${name}.`, `You are called ${name}.`, `You are ${name}.`]),
      ask(["What is your name?", "Who are you?"], `I am ${name}, a tiny model.`, name),
    ],
    () => [
      random.pick([`The user's name is ${name}.`, `You talk to ${name}.`]),
      ask(["What is my name?", "Who am I?"], `Your name is ${name}.`, name),
    ],
    () => [
      random.pick([`The secret word is ${word}.`, `Remember: the secret word is ${word}.`]),
      ask(["What is the secret word?", "Tell me the secret word."], `The secret word is ${word}.`, word),
    ],
  ])();
  return toDocument([exchange], source, system);
};

function toDocument(exchanges: readonly Exchange[], { random }: Source, system?: string): ChatDocument {
  const messages = exchanges.flatMap(({ user, answer }) => [
    { role: "user" as const, content: withNoise(user, random) },
    { role: "assistant" as const, content: answer },
  ]);
  if (system !== undefined) return { system, messages };
  return random.next() < NEUTRAL_SHARE ? { system: neutralSystem(random), messages } : { messages };
}
