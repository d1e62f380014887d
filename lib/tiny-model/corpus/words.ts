/** The people, animals and things of Sprout's small world. */
export const NAMES = [
  "Lena", "Tom", "Anna", "Max", "Mia", "Ben", "Nora", "Finn", "Ella", "Oscar", "Rosa", "Leo",
  "Emma", "Paul", "Lily", "Sam", "Clara", "Jack", "Greta", "Hugo", "Ida", "Felix", "Maya", "Noah",
] as const;

export const ANIMALS = [
  "fox", "bear", "cat", "dog", "rabbit", "owl", "mouse", "horse", "duck", "frog", "dragon", "wolf",
  "sheep", "cow", "pig", "lion", "tiger", "panda", "swan", "deer", "penguin", "turtle", "robot",
] as const;

export const ADJECTIVES = ["kind", "brave", "little", "happy", "shy", "lazy", "clever", "curious", "young", "quiet"] as const;
export const PLACES = [
  "in the forest", "in the park", "by the sea", "in the mountains", "in a small house", "near a lake", "in an old castle", "on a farm", "by the river", "in a garden",
] as const;
export const TIMES = ["One day", "One morning", "One quiet night", "On a windy afternoon", "One cold evening", "On a sunny day"] as const;
export const THINGS = [
  "silver bell", "golden key", "red ball", "green book", "blue hat", "old map", "little lamp", "warm scarf", "magic stone", "wooden boat",
] as const;
export const SPOTS = ["behind a rock", "under a tree", "inside an old basket", "next to the door", "on top of a hill", "under the snow"] as const;
export const FOODS = ["a berry pie", "a bowl of soup", "warm bread", "a honey cake", "three apples", "hot tea"] as const;
export const SKILLS = ["fly", "swim", "sing", "dance", "paint", "read"] as const;
export const BUILDS = ["a house", "a boat", "a bridge", "a snowman", "a kite", "a tower"] as const;

/** "a" or "an", as the word wants it. */
export function withArticle(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
