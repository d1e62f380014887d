import { Random } from "../random";
import type { Answerer } from "./answerer";
import { check, type Check } from "./check";

const NAMES =
  "Lena Tom Anna Max Mia Ben Nora Finn Ella Oscar Rosa Leo Emma Paul Lily Sam Clara Jack Greta Hugo Ida Felix Maya Noah".split(
    " ",
  );
const ANIMALS =
  "fox bear cat dog rabbit owl mouse horse duck frog dragon wolf sheep cow pig lion tiger panda swan deer penguin turtle robot elephant".split(
    " ",
  );
/** Names and heroes that no training text has. */
const UNSEEN_NAMES = "Zorro Wilma Bodo Kiki Xenia Quentin Ronja Pelle".split(" ");
const UNSEEN_HEROES = "raccoon walrus peacock teacher flamingo baker cowboy hippo".split(" ");

/** Whether stories are about who was asked for. Drawn at temperature 0.7, a seed each. */
export function checkStories(sprout: Answerer): Check[] {
  const tell = (asked: string, seed: number) =>
    sprout.answer(asked, { settings: { temperature: 0.7 }, seed });
  const named = (name: string, hero: string, index: number) => {
    const asked = `Tell me a story about ${article(hero)} named ${name}.`;
    return { asked, answered: tell(asked, index) };
  };
  const stories = NAMES.map((name, index) => ({
    name,
    hero: ANIMALS[index] as string,
    ...named(name, ANIMALS[index] as string, index),
  }));
  return [
    check("stories with the asked name", stories, ({ asked, answered, name }) => ({
      asked,
      answered,
      isRight: isNamedThroughout(answered, name),
    })),
    check("stories with the asked hero", stories, ({ asked, answered, hero }) => ({
      asked,
      answered,
      isRight: hasHero(answered, hero),
    })),
    check("stories about a name the animal", NAMES.slice(0, 12), (name) => {
      const asked = `Tell me a story about ${name} the bear.`;
      const answered = tell(asked, 3);
      return { asked, answered, isRight: isNamedThroughout(answered, name) && hasHero(answered, "bear") };
    }),
    check("stories with a hero and no name", ANIMALS, (hero) => {
      const asked = `Tell me a story about ${article(hero)}.`;
      const answered = tell(asked, 5);
      return { asked, answered, isRight: hasHero(answered, hero) };
    }),
    check("stories with a name never seen", UNSEEN_NAMES, (name) => {
      const { asked, answered } = named(name, "fox", 7);
      return { asked, answered, isRight: isNamedThroughout(answered, name) };
    }),
    check("stories with a hero never seen", UNSEEN_HEROES, (hero) => {
      const asked = `Tell me a story about ${article(hero)}.`;
      const answered = tell(asked, 9);
      return { asked, answered, isRight: hasHero(answered, hero) };
    }),
    checkWholeness(sprout),
  ];
}

/** A story that ends within its room, in whole sentences, and keeps one hero. */
function checkWholeness(sprout: Answerer): Check {
  const random = new Random(11);
  const seeds = Array.from({ length: 24 }, () => random.integer(2 ** 31));
  return check("stories at temperature 1 that are whole and keep their hero", seeds, (seed) => {
    const asked = `Tell me a story about ${article(ANIMALS[seed % ANIMALS.length] as string)}.`;
    const answered = sprout.answer(asked, { settings: { temperature: 1 }, seed });
    const name = / named (\p{L}+)/u.exec(answered)?.[1] ?? "?";
    return { asked, answered, isRight: isNamedThroughout(answered, name) && /[.!?"]$/.test(answered) };
  });
}

/** The hero has the name from the first sentence on, and it comes again at least twice. */
function isNamedThroughout(story: string, name: string): boolean {
  return story.includes(` named ${name}`) && story.split(new RegExp(`\\b${name}\\b`)).length > 3;
}

function hasHero(story: string, hero: string): boolean {
  return (story.split(". ")[0] ?? "").includes(` ${hero} named`);
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
