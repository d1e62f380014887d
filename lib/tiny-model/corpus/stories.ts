import type { Exchange, Source, Topic } from "./exchange";
import { drawChild, drawHero, drawKind, type Hero } from "./heroes";
import { PLOTS, THING_PLOTS, type Scene } from "./plots";
import { FOODS, HERO_ADJECTIVES, PLACES, THING_ADJECTIVES, THINGS, TIMES, withArticle } from "./words";

type Wish = Partial<Pick<Scene, "hero" | "helper" | "place" | "thing">>;

/** Ways to ask for a story; STORY stands for "a story" and what follows it. */
const ASKS = [
  "Tell me STORY.",
  "Tell me STORY.",
  "Tell me STORY.",
  "Tell me STORY.",
  "Please tell me STORY.",
  "Can you tell me STORY?",
  "Write STORY.",
  "Write me STORY.",
  "I want STORY.",
  "Tell STORY.",
];

const NAMED = ["named", "named", "named", "called", "with the name"];

/** A story as asked for: about a kind of hero, a name, both, two heroes, a place, a thing, or anything. */
export const story: Topic = (source) => {
  const { random, decks } = source;
  const hero = drawHero(random);
  const wanted = decks.next(`story wish ${source.setting}`, WISHES)(hero, source);
  const ask = random.pick(ASKS).replace("STORY", `a story${wanted.about}`);
  return tellStory(wanted.user ?? ask, { hero, ...wanted.wish }, source);
};

/** A story in two or three sentences. */
export const shortStory: Topic = (source) => {
  const { random } = source;
  const hero = drawHero(random);
  const isNamed = random.next() < 0.4;
  const about = isNamed
    ? `about ${withArticle(hero.kind)} named ${hero.name}`
    : `about ${withArticle(hero.kind)}`;
  const ask = random.pick(["Tell me a short story", "Tell me a very short story", "Write a short story"]);
  const told = tellStory(`${ask} ${about}.`, { hero }, source);
  return { ...told, answer: told.brief ?? told.answer };
};

type Wanted = { about: string; wish?: Wish; user?: string };
type WishMaker = (hero: Hero, source: Source) => Wanted;

const aboutKind: WishMaker = ({ kind }) => ({ about: ` about ${withArticle(kind)}` });
const aboutNamed: WishMaker = ({ kind, name }, { random }) => ({
  about: ` about ${withArticle(kind)} ${random.pick(NAMED)} ${name}`,
});
const aboutNameTheKind: WishMaker = ({ kind, name }) => ({ about: ` about ${name} the ${kind}` });
const aboutChild: WishMaker = (_, { random }) => {
  const hero = drawChild(random);
  const about = random.next() < 0.5 ? ` about ${hero.name}` : ` about a ${hero.kind} named ${hero.name}`;
  return { about, wish: { hero } };
};
const aboutTwo: WishMaker = (hero, { random }) => {
  let helper = drawHero(random);
  while (helper.kind === hero.kind || helper.name === hero.name) helper = drawHero(random);
  return { about: ` about ${withArticle(hero.kind)} and ${withArticle(helper.kind)}`, wish: { helper } };
};
const aboutTwoNames: WishMaker = (_, { random }) => {
  const hero = drawChild(random);
  let helper = drawChild(random);
  while (helper.name === hero.name) helper = drawChild(random);
  return { about: ` about ${hero.name} and ${helper.name}`, wish: { hero, helper } };
};
const aboutPlace: WishMaker = ({ kind }, { random }) => {
  const place = random.pick(PLACES);
  return { about: ` about ${withArticle(kind)} ${place}`, wish: { place } };
};
const aboutThing: WishMaker = (_, { random }) => {
  const thing = `${random.pick(THING_ADJECTIVES)} ${random.pick(THINGS)}`;
  return { about: ` about ${withArticle(thing)}`, wish: { thing } };
};
const aboutAnything: WishMaker = (_, { random }) => {
  const user = random.pick([
    undefined,
    undefined,
    "Once upon a time",
    "A story, please.",
    "Tell me something nice.",
  ]);
  return { about: "", user };
};

/** Of 20 stories. Names are asked for often: following a name is the hardest thing the model learns. */
const WISHES: readonly WishMaker[] = [
  ...Array<WishMaker>(5).fill(aboutKind),
  ...Array<WishMaker>(6).fill(aboutNamed),
  ...Array<WishMaker>(3).fill(aboutNameTheKind),
  aboutChild,
  aboutTwo,
  aboutTwoNames,
  aboutPlace,
  aboutThing,
  aboutAnything,
];

function tellStory(user: string, wish: Wish & { hero: Hero }, { random, decks }: Source): Exchange {
  const { hero } = wish;
  let helper = wish.helper ?? drawHero(random, drawKind(random));
  while (!wish.helper && (helper.name === hero.name || helper.kind === hero.kind)) helper = drawHero(random);
  const scene: Scene = {
    hero,
    helper,
    place: wish.place ?? random.pick(PLACES),
    time: random.pick(TIMES),
    thing:
      wish.thing ??
      `${random.pick(THING_ADJECTIVES.filter((word) => word !== "old"))} ${random.pick(THINGS)}`,
    food: random.pick(FOODS),
    random,
  };
  const plot = wish.thing ? random.pick(THING_PLOTS) : decks.next("plots", PLOTS);
  const { body, asked } = plot(scene);
  const opening = openStory(scene);
  return {
    user,
    answer: `${opening} ${body}`,
    brief: `${opening} ${random.pick(BRIEF_ENDS)(scene)}`,
    short: `${hero.kind.charAt(0).toUpperCase()}${hero.kind.slice(1)}`,
    followUps: [...questionsAbout(scene), ...asked.map(([question, answer]) => ({ user: question, answer }))],
  };
}

function openStory({ hero, place, random }: Scene): string {
  const adjective = random.pick(HERO_ADJECTIVES);
  const opening = random.next();
  if (opening < 0.15)
    return `Once there was ${withArticle(`${adjective} ${hero.kind}`)} named ${hero.name} who lived ${place}.`;
  return `Once upon a time, there was ${withArticle(`${adjective} ${hero.kind}`)} named ${hero.name}. ${hero.name} lived ${place}.`;
}

const BRIEF_ENDS: readonly ((scene: Scene) => string)[] = [
  ({ hero, thing }) => `${hero.name} found a ${thing} and was happy.`,
  ({ hero, helper }) => `${hero.name} met ${helper.name} the ${helper.kind}, and they became friends.`,
  ({ hero, food }) => `${hero.name} made ${food} and shared it with everyone.`,
];

function questionsAbout({ hero, place, random }: Scene): Exchange[] {
  const named = `The ${hero.kind} was named ${hero.name}.`;
  return [
    {
      user: random.pick([
        `What was the name of the ${hero.kind}?`,
        `What was the ${hero.kind}'s name?`,
        `What is the name of the ${hero.kind}?`,
      ]),
      answer: named,
      short: hero.name,
    },
    {
      user: random.pick(["Who is the story about?", "Who was it about?"]),
      answer: `It was about ${hero.name} the ${hero.kind}.`,
      short: hero.name,
    },
    {
      user: `Where did ${random.pick([hero.name, `the ${hero.kind}`])} live?`,
      answer: `${hero.name} lived ${place}.`,
    },
  ];
}
