import type { ChatDocument, ChatMessage } from "../chat-template";
import { Random } from "../random";
import { kindsFor, type Exchange, type Kind } from "./exchanges";
import { PLAIN_SYSTEMS, pickStyle } from "./styles";

/** The share of conversations with a system prompt that changes the style: of those about facts, and of the others. */
const STYLED_FACTS = 0.35;
const STYLED_OTHERS = 0.12;
const PLAIN_SYSTEM = 0.06;
/** The share of conversations that take up a second subject. */
const SECOND_SUBJECT = 0.15;
const NOISY = 0.14;
/** Stories are long; a conversation with more characters than this takes up nothing further. */
const LONG_CHARACTERS = 250;

export type CorpusOptions = { seed: number; documents: number };

/** Sprout's training text: conversations from a seeded grammar. The same seed gives the same conversations. */
export function* generateCorpus({ seed, documents }: CorpusOptions): Generator<ChatDocument> {
  const random = new Random(seed);
  const kinds = kindsFor(new Random(random.integer(2 ** 31)));
  for (let made = 0; made < documents; made += 1) yield makeDocument(random, kinds);
}

type Kinds = readonly (readonly [weight: number, kind: Kind])[];

function makeDocument(random: Random, kinds: Kinds): ChatDocument {
  const exchanges = pickKind(random, kinds)(random);
  const length = exchanges.reduce((sum, { user, assistant }) => sum + user.length + assistant.length, 0);
  if (length < LONG_CHARACTERS && random.next() < SECOND_SUBJECT) exchanges.push(...pickKind(random, kinds)(random));
  const styledShare = exchanges.every(({ key }) => key !== undefined) ? STYLED_FACTS : STYLED_OTHERS;
  if (!exchanges.some(({ plain }) => plain) && random.next() < styledShare) return styled(random, exchanges);
  const system = random.next() < PLAIN_SYSTEM ? random.pick(PLAIN_SYSTEMS) : undefined;
  return { system, messages: exchanges.flatMap((exchange) => toMessages(random, exchange, exchange.assistant)) };
}

function styled(random: Random, exchanges: Exchange[]): ChatDocument {
  const style = pickStyle(random, exchanges);
  return {
    system: random.pick(style.prompts),
    messages: exchanges.flatMap((exchange) => toMessages(random, exchange, style.say(exchange.assistant, exchange.key))),
  };
}

function toMessages(random: Random, { user }: Exchange, answer: string): ChatMessage[] {
  return [
    { role: "user", content: noisy(random, user) },
    { role: "assistant", content: answer },
  ];
}

/** People write without capitals and full stops, and say please; Sprout must understand them too. */
function noisy(random: Random, text: string): string {
  if (random.next() >= NOISY) return text;
  switch (random.integer(4)) {
    case 0:
      return text.toLowerCase();
    case 1:
      return text.replace(/[.?!]$/, "");
    case 2:
      return text.toLowerCase().replace(/[.?!]$/, "");
    default:
      return `Please ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  }
}

function pickKind(random: Random, kinds: Kinds): Kind {
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const [weight, kind] of kinds) {
    left -= weight;
    if (left < 0) return kind;
  }
  return (kinds[0] as Kinds[number])[1];
}
