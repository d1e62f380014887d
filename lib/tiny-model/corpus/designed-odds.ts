/**
 * Places where the corpus is written with fixed odds, so that the odds Sprout shows can be checked. An answer is `lead`,
 * then one of the words (percent), then a full stop.
 */
export type DesignedOdds = {
  id: string;
  /** Ways to ask; the first is the one that is measured. */
  prompts: readonly string[];
  lead: string;
  odds: Readonly<Record<string, number>>;
  /** What ends the answer; a full stop if not given. */
  end?: string;
};

/** Ways to ask for the end of a sentence; X stands for its beginning. */
const FINISH = [
  "Finish: X",
  "Finish: X",
  "Finish the sentence: X",
  "Complete: X",
  "Complete the sentence: X",
  "X",
  "X ...",
  "Continue: X",
];

const completion = (id: string, lead: string, odds: Record<string, number>): DesignedOdds => ({
  id,
  prompts: FINISH.map((form) => form.replace("X", lead)),
  lead,
  odds,
});

export const COMPLETIONS: readonly DesignedOdds[] = [
  completion("cat", "The cat sat on the", {
    mat: 50,
    chair: 18,
    sofa: 14,
    roof: 8,
    table: 6,
    moon: 1,
    snow: 1,
    piano: 1,
    bed: 1,
  }),
  completion("dog", "The dog ran to the", { park: 40, door: 25, river: 15, ball: 12, garden: 6, moon: 2 }),
  completion("eat", "I like to eat", { apples: 35, pizza: 30, cake: 15, bread: 10, soup: 7, snow: 3 }),
  completion("sky", "The sky is", { blue: 60, gray: 18, dark: 10, clear: 8, green: 2, golden: 2 }),
  completion("bird", "The bird sang in the", { tree: 55, garden: 20, morning: 15, rain: 7, soup: 3 }),
  completion("color", "My favorite color is", {
    blue: 32,
    green: 24,
    red: 20,
    yellow: 12,
    purple: 8,
    silver: 4,
  }),
  completion("open", "She opened the", { door: 50, box: 20, window: 15, book: 10, letter: 5 }),
  completion("fish", "The fish swam in the", { sea: 45, river: 25, pond: 20, lake: 8, soup: 2 }),
  completion("night", "At night I see the", { moon: 55, stars: 30, owl: 13, sun: 2 }),
  completion("baby", "The baby is", { happy: 40, asleep: 30, hungry: 20, loud: 8, famous: 2 }),
  completion("hat", "He put on his", { hat: 40, coat: 25, shoes: 20, socks: 10, crown: 5 }),
  completion("went", "We went to the", { park: 30, beach: 25, zoo: 20, school: 15, moon: 10 }),
  completion("king", "The king had a golden", { crown: 55, ring: 20, cup: 15, key: 8, banana: 2 }),
  completion("winter", "In winter it is", { cold: 70, white: 15, dark: 10, quiet: 5 }),
  completion("robot", "The robot said", { hello: 45, beep: 30, goodbye: 15, nothing: 8, meow: 2 }),
  completion("mouse", "The mouse ate the", { cheese: 65, bread: 15, cake: 10, corn: 7, book: 3 }),
];

const naming = (kind: string, odds: Record<string, number>): DesignedOdds => ({
  id: `name ${kind}`,
  prompts: [
    `Name a ${kind}.`,
    `Name a ${kind}.`,
    `Give me a name for a ${kind}.`,
    `What is a good name for a ${kind}?`,
    `How should I call my ${kind}?`,
    `Suggest a name for a ${kind}.`,
  ],
  lead: "How about",
  odds,
  end: "?",
});

export const NAMINGS: readonly DesignedOdds[] = [
  naming("dragon", { Ember: 35, Smoky: 25, Blaze: 20, Ruby: 12, Puddle: 8 }),
  naming("cat", { Luna: 35, Milo: 25, Mittens: 20, Shadow: 15, Pickle: 5 }),
  naming("dog", { Max: 35, Bella: 25, Rusty: 20, Biscuit: 15, Thunder: 5 }),
  naming("robot", { Bolt: 40, Pixel: 30, Gizmo: 20, Rusty: 10 }),
  naming("boat", { Dolphin: 40, Breeze: 30, Luna: 20, Puddle: 10 }),
  naming("fox", { Lena: 40, Rusty: 30, Ember: 20, Felix: 10 }),
  naming("horse", { Star: 40, Thunder: 30, Daisy: 20, Pepper: 10 }),
];

export const CHOICES: readonly DesignedOdds[] = [
  {
    id: "pick color",
    prompts: ["Pick a color.", "Choose a color.", "Pick any color.", "Name a color."],
    lead: "I pick",
    odds: { blue: 30, green: 25, red: 20, yellow: 15, purple: 10 },
  },
  {
    id: "pick animal",
    prompts: ["Pick an animal.", "Choose an animal.", "Pick any animal.", "Name an animal."],
    lead: "I pick the",
    odds: { fox: 30, owl: 25, cat: 20, bear: 15, frog: 10 },
  },
  {
    id: "pick number",
    prompts: [
      "Pick a number from 1 to 5.",
      "Choose a number from 1 to 5.",
      "Pick a number between 1 and 5.",
      "Pick a number.",
    ],
    lead: "I pick",
    odds: { "1": 10, "2": 15, "3": 40, "4": 25, "5": 10 },
  },
  {
    id: "coin",
    prompts: ["Flip a coin.", "Flip a coin.", "Toss a coin.", "Heads or tails?", "Please flip a coin."],
    lead: "It is",
    odds: { heads: 50, tails: 50 },
  },
  {
    id: "die",
    prompts: ["Roll a die.", "Roll a die.", "Roll the dice.", "Throw a die.", "Please roll a die."],
    lead: "It is a",
    odds: { "1": 100 / 6, "2": 100 / 6, "3": 100 / 6, "4": 100 / 6, "5": 100 / 6, "6": 100 / 6 },
  },
];

export const DESIGNED_ODDS: readonly DesignedOdds[] = [...COMPLETIONS, ...NAMINGS, ...CHOICES];
