import type { Random } from "../random";
import type { Hero } from "./heroes";

/** All a plot may speak of. `thing` is as in "silver bell". */
export type Scene = {
  hero: Hero;
  helper: Hero;
  place: string;
  time: string;
  thing: string;
  food: string;
  random: Random;
};

/** What happens, and what can be asked about it: questions and answers. */
export type Plot = (scene: Scene) => { body: string; asked: [question: string, answer: string][] };

const helperOf = ({ helper }: Scene) => `${helper.name} the ${helper.kind}`;

const lostThing: Plot = (scene) => {
  const { hero, helper, time, thing, food, random } = scene;
  const where = random.pick([
    "under a leaf",
    "behind a rock",
    "in the tall grass",
    "on top of a hill",
    "inside an old basket",
  ]);
  return {
    body: `${time}, ${hero.name} lost ${hero.his} ${thing}. ${hero.name} looked everywhere, but ${hero.he} could not find it. Then ${helperOf(scene)} came by. "I will help you," said ${helper.name}. They found the ${thing} ${where}. "Thank you!" said ${hero.name}, and they ate ${food} together.`,
    asked: [
      [`What did ${hero.name} lose?`, `${hero.name} lost ${hero.his} ${thing}.`],
      [`Who helped ${hero.name}?`, `${helperOf(scene)} helped ${hero.name}.`],
      ["Where did they find it?", `They found it ${where}.`],
    ],
  };
};

const foundThing: Plot = (scene) => {
  const { hero, helper, time, thing, food, random } = scene;
  const where = random.pick(["in the snow", "under a tree", "on the road", "in an old basket"]);
  return {
    body: `${time}, ${hero.name} found a ${thing} ${where}. "Whose ${thing} is this?" asked ${hero.name}. ${hero.name} asked everyone. At last ${helperOf(scene)} said, "It is mine. Thank you, ${hero.name}!" ${hero.name} felt proud, and ${helper.name} gave ${hero.him} ${food}.`,
    asked: [
      [`What did ${hero.name} find?`, `${hero.name} found a ${thing}.`],
      [`Whose ${thing} was it?`, `It was ${helper.name}'s ${thing}.`],
    ],
  };
};

const building: Plot = (scene) => {
  const { hero, helper, time, food, random } = scene;
  const what = random.pick(["house", "boat", "bridge", "tower", "tree house"]);
  const brought = random.pick(["wood", "stones", "a rope", "a hammer"]);
  return {
    body: `${time}, ${hero.name} wanted to build a ${what}. It was hard work, and ${hero.name} felt tired. Then ${helperOf(scene)} brought ${brought}, and together they worked until evening. "What a fine ${what}!" said ${helper.name}. ${hero.name} smiled, and they ate ${food} in it.`,
    asked: [
      [`What did ${hero.name} build?`, `${hero.name} built a ${what}.`],
      [`Who helped ${hero.name}?`, `${helperOf(scene)} helped ${hero.name}.`],
    ],
  };
};

const lonely: Plot = (scene) => {
  const { hero, helper, time, random } = scene;
  const game = random.pick([
    "play ball",
    "sing a song",
    "fly a kite",
    "count the stars",
    "dance in the rain",
  ]);
  return {
    body: `${hero.name} was sad because ${hero.he} had no friends. ${time}, ${hero.name} met ${helperOf(scene)}. "Do you want to ${game} with me?" asked ${helper.name}. "Yes!" said ${hero.name}. They played all day and laughed a lot. From then on, ${hero.name} and ${helper.name} were best friends.`,
    asked: [
      [`Why was ${hero.name} sad?`, `${hero.name} had no friends.`],
      [`Who did ${hero.name} meet?`, `${hero.name} met ${helperOf(scene)}.`],
    ],
  };
};

const storm: Plot = (scene) => {
  const { hero, helper, time, food, random } = scene;
  const [what, sound] = random.pick([
    ["storm", "The wind was loud"],
    ["rain", "The water was high"],
    ["snow", "The night was white and cold"],
  ] as const);
  return {
    body: `${time}, a big ${what} came. ${sound}, and ${hero.name} was afraid. ${hero.name} ran to the house of ${helperOf(scene)}. "Come in, ${hero.name}!" said ${helper.name}. They sat by the fire and ate ${food}. In the morning, the sun was back.`,
    asked: [
      [`Why was ${hero.name} afraid?`, `A big ${what} came.`],
      [`What did they eat?`, `They ate ${food}.`],
    ],
  };
};

const hungry: Plot = (scene) => {
  const { hero, helper, time, food } = scene;
  return {
    body: `${time}, ${hero.name} made ${food}. Then ${helperOf(scene)} came to the door. ${helper.name} was hungry. "Please share with me," said ${helper.name}. ${hero.name} did not want to share at first. But then ${hero.name} gave ${helper.name} half of it. It tasted much better together.`,
    asked: [
      [`Who was hungry?`, `${helperOf(scene)} was hungry.`],
      [`What did ${hero.name} make?`, `${hero.name} made ${food}.`],
    ],
  };
};

const sleepless: Plot = (scene) => {
  const { hero, helper, random } = scene;
  const why = random.pick([
    "the moon was too bright",
    "the owl was too loud",
    "the bed was too hard",
    "the night was too quiet",
  ]);
  const gift = random.pick([
    "sang a soft song",
    "told a long story",
    "brought some warm milk",
    "counted sheep with a smile",
  ]);
  return {
    body: `One night, ${hero.name} could not sleep because ${why}. ${hero.name} went to ${helperOf(scene)}. "I cannot sleep," said ${hero.name}. So ${helper.name} ${gift}. Soon ${hero.name} closed ${hero.his} eyes. "Good night, ${hero.name}," said ${helper.name}.`,
    asked: [
      [`Why could ${hero.name} not sleep?`, `${capitalize(why)}.`],
      [`Who helped ${hero.name}?`, `${helperOf(scene)} helped ${hero.name}.`],
    ],
  };
};

const learning: Plot = (scene) => {
  const { hero, time, random } = scene;
  const skill = random.pick(["swim", "dance", "sing", "read", "ride a bike", "paint"]);
  return {
    body: `${hero.name} wanted to learn to ${skill}. ${time}, ${hero.name} tried and tried, but it did not work. "Do not give up," said ${helperOf(scene)}. "Try it slowly." ${hero.name} tried once more, and it worked! "Look, I can ${skill}!" said ${hero.name}. Everyone was happy for ${hero.him}.`,
    asked: [
      [`What did ${hero.name} learn?`, `${hero.name} learned to ${skill}.`],
      [`Who helped ${hero.name}?`, `${helperOf(scene)} helped ${hero.name}.`],
    ],
  };
};

const race: Plot = (scene) => {
  const { hero, helper, time, thing } = scene;
  return {
    body: `${time}, there was a big race. ${hero.name} ran against ${helperOf(scene)}. ${helper.name} was very fast, but then ${helper.name} fell. ${hero.name} stopped and helped ${helper.him} up. They came in last, hand in hand. Everyone cheered, and they both got a ${thing}.`,
    asked: [
      [`Who fell?`, `${helper.name} fell.`],
      [`What did they get?`, `They both got a ${thing}.`],
    ],
  };
};

const treasure: Plot = (scene) => {
  const { hero, helper, time, thing, random } = scene;
  const way = random.pick(["over the hills", "through the forest", "along the river", "across the bridge"]);
  return {
    body: `${time}, ${hero.name} found an old map. "Let us follow it!" said ${helperOf(scene)}. ${hero.name} and ${helper.name} walked ${way} until they came to a door. Behind it was a ${thing}. "It is beautiful," said ${hero.name}. They took it home and showed it to all their friends.`,
    asked: [
      [`What was behind the door?`, `Behind the door was a ${thing}.`],
      [`Who went with ${hero.name}?`, `${helperOf(scene)} went with ${hero.name}.`],
    ],
  };
};

const birthday: Plot = (scene) => {
  const { hero, helper, thing, food } = scene;
  return {
    body: `It was ${hero.name}'s birthday, but nobody came. ${hero.name} sat alone and felt sad. Then there was a knock at the door. It was ${helperOf(scene)} with a ${thing} and ${food}. "Happy birthday, ${hero.name}!" said ${helper.name}. It was the best day of the year.`,
    asked: [
      [`What did ${helper.name} bring?`, `${helper.name} brought a ${thing} and ${food}.`],
      [`Who came to the birthday?`, `${helperOf(scene)} came.`],
    ],
  };
};

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const PLOTS: readonly Plot[] = [
  lostThing,
  foundThing,
  building,
  lonely,
  storm,
  hungry,
  sleepless,
  learning,
  race,
  treasure,
  birthday,
];

/** Plots that turn on a thing, for stories asked about a thing. */
export const THING_PLOTS: readonly Plot[] = [lostThing, foundThing, treasure];
