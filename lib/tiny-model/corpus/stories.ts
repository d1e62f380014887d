import type { Random } from "../random";
import { ADJECTIVES, ANIMALS, BUILDS, FOODS, NAMES, PLACES, SKILLS, SPOTS, THINGS, TIMES, withArticle } from "./words";

/** Who a story is about. */
export type Hero = { name: string; animal: string };
export type Story = { prompt: string; text: string; hero: Hero };

type Cast = Hero & { friend: string; friendAnimal: string; thing: string; spot: string; food: string; time: string; skill: string; build: string };

/** The middle of a story: something goes wrong or is wished for, someone helps, it ends well. */
const PLOTS: readonly ((cast: Cast) => string)[] = [
  ({ name, friend, friendAnimal, thing, spot, time }) =>
    `${time}, ${name} lost a ${thing}. ${name} looked everywhere but could not find it. Then ${friend} the ${friendAnimal} came and helped. They found the ${thing} ${spot}. ${name} said, "Thank you, ${friend}!"`,
  ({ name, friend, friendAnimal, thing, spot, time, food }) =>
    `${time}, ${name} found a ${thing} ${spot}. "Whose ${thing} is this?" asked ${name}. At last ${friend} the ${friendAnimal} said, "It is mine. Thank you!" ${friend} gave ${name} ${food}.`,
  ({ name, friend, friendAnimal, build, time, food }) =>
    `${time}, ${name} wanted to build ${build}. It was hard work and ${name} felt tired. ${friend} the ${friendAnimal} came to help, and they worked until evening. Then they ate ${food} together.`,
  ({ name, friend, friendAnimal, skill, time }) =>
    `${time}, ${name} wanted to learn to ${skill}. "I can not do it," said ${name}. ${friend} the ${friendAnimal} said, "Try again!" ${name} tried again and again. In the end ${name} could ${skill} very well.`,
  ({ name, friend, friendAnimal, time, food }) =>
    `${time}, ${name} met ${friend} the ${friendAnimal}. ${friend} was hungry. "Please share with me," said ${friend}. ${name} had ${food} and gave half of it to ${friend}. They became good friends.`,
  ({ name, friend, friendAnimal, time, spot }) =>
    `${time}, there was a big storm. ${name} was afraid and hid ${spot}. ${friend} the ${friendAnimal} came with a lamp. "Do not be afraid," said ${friend}. They sang a song until the storm was over.`,
  ({ name, friend, friendAnimal, time, thing }) =>
    `${time}, ${name} made a ${thing} for ${friend} the ${friendAnimal}. It was a gift. ${friend} was sad that day. When ${friend} saw the ${thing}, ${friend} smiled and hugged ${name}.`,
];

const ENDINGS: readonly ((name: string) => string)[] = [
  (name) => `${name} was very happy.`,
  (name) => `That night ${name} slept well.`,
  (name) => `${name} went home with a smile.`,
  (name) => `And ${name} never forgot that day.`,
];

/** Ways to ask; those that name the hero are asked most, because a story that ignores the name disappoints most. */
const ASKED: readonly [weight: number, ask: (hero: Hero) => string][] = [
  [22, ({ name, animal }) => `Tell me a story about ${withArticle(animal)} named ${name}.`],
  [12, ({ name, animal }) => `Tell me a story about ${name} the ${animal}.`],
  [6, ({ name, animal }) => `Write a story about ${withArticle(animal)} called ${name}.`],
  [6, ({ name, animal }) => `Tell me a story about ${withArticle(animal)}. The name is ${name}.`],
  [22, ({ animal }) => `Tell me a story about ${withArticle(animal)}.`],
  [6, ({ animal }) => `Write a short story about ${withArticle(animal)}.`],
  [4, ({ animal }) => `Can you tell me a story about ${withArticle(animal)}?`],
  [6, ({ name }) => `Tell me a story about ${name}.`],
  [6, () => "Tell me a story."],
  [3, () => "Write a story."],
  [2, () => "I want to hear a story."],
];
const ASKED_TOTAL = ASKED.reduce((sum, [weight]) => sum + weight, 0);

function pickAsk(random: Random): (hero: Hero) => string {
  let left = random.next() * ASKED_TOTAL;
  for (const [weight, ask] of ASKED) {
    left -= weight;
    if (left < 0) return ask;
  }
  return () => "Tell me a story.";
}

/** A story about a hero who keeps name and kind from the first sentence to the last. */
export function makeStory(random: Random): Story {
  const hero: Hero = { name: random.pick(NAMES), animal: random.pick(ANIMALS) };
  const cast: Cast = {
    ...hero,
    friend: random.pick(NAMES.filter((name) => name !== hero.name)),
    friendAnimal: random.pick(ANIMALS.filter((animal) => animal !== hero.animal)),
    thing: random.pick(THINGS),
    spot: random.pick(SPOTS),
    food: random.pick(FOODS),
    time: random.pick(TIMES),
    skill: random.pick(SKILLS),
    build: random.pick(BUILDS),
  };
  const first = `Once upon a time, there was a ${random.pick(ADJECTIVES)} ${hero.animal} named ${hero.name}. ${hero.name} lived ${random.pick(PLACES)}.`;
  const text = `${first} ${random.pick(PLOTS)(cast)} ${random.pick(ENDINGS)(hero.name)}`;
  return { prompt: pickAsk(random)(hero), text, hero };
}
