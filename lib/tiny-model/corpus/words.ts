/** Word lists of the stories and lists. Small on purpose: a tiny model knows few words well. */

export const GIRLS =
  "Anna Bella Clara Daisy Ella Emma Flora Greta Hanna Iris Julia Kate Lena Lily Lucy Mia Mila Nora Olga Paula Rosa Ruby Sara Sofia Stella Tina Vera Zoe Maya Alma Ida Eva".split(
    " ",
  );

export const BOYS =
  "Adam Anton Ben Bruno Carl David Emil Felix Finn Fred Hugo Henry Ivan Jack Jonas Leo Luis Max Milo Nico Noah Oscar Otto Paul Peter Robin Sam Theo Tom Toby Victor Ali Omar Kai".split(
    " ",
  );

/** Heroes asked for most often come first; see `common` in heroes.ts. */
export const ANIMALS =
  "fox bear cat dog rabbit owl mouse frog duck horse cow pig lion elephant penguin turtle wolf bird fish hedgehog sheep goat hen snail bee ant tiger monkey panda deer squirrel swan whale dolphin seal crab octopus snake camel zebra giraffe koala kangaroo beaver otter badger mole bat crow parrot eagle goose donkey pony kitten puppy lamb spider crocodile hamster".split(
    " ",
  );

export const BEINGS =
  "dragon robot giant fairy wizard witch knight pirate ghost princess prince king queen mermaid unicorn snowman dinosaur".split(
    " ",
  );

export const HERO_ADJECTIVES =
  "little brave kind shy happy clever lazy curious funny gentle old young sleepy proud".split(" ");

export const PLACES = [
  "in the forest",
  "by the sea",
  "in a small village",
  "near the river",
  "on a farm",
  "in the garden",
  "on a green hill",
  "in the mountains",
  "in the park",
  "under an old tree",
  "in a castle",
  "on an island",
  "in the city",
  "by the lake",
  "in a cave",
];

export const THINGS =
  "key hat ball book bell ring lamp drum kite boat map coin scarf box cup flower stone star crown umbrella button feather".split(
    " ",
  );

export const THING_ADJECTIVES = "silver golden red blue green little old shiny magic wooden".split(" ");

export const FOODS = [
  "apple pie",
  "honey cake",
  "warm soup",
  "berry pie",
  "bread and jam",
  "pancakes",
  "carrot soup",
  "cookies",
  "pumpkin soup",
  "a big pizza",
  "cheese and bread",
];

export const COLORS = "red blue green yellow orange purple pink brown black white".split(" ");

export const FRUITS = "apple banana pear plum cherry lemon orange grape melon peach".split(" ");

export const TIMES = [
  "One day",
  "One sunny morning",
  "One quiet night",
  "One cold evening",
  "One rainy day",
  "One windy afternoon",
];

/** "a fox", "an owl". */
export function withArticle(noun: string): string {
  return `${/^[aeio]|^u[^n]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** The text with a capital letter first. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
