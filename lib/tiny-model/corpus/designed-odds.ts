/** Answers whose odds are laid down here, in percent: the corpus holds them in exactly these shares, so the model's own odds can be checked. */
export type DesignedOdds = { prompt: string; answers: readonly (readonly [text: string, percent: number])[] };

/** Sentences to finish. The answer repeats the opening, then one of these words. */
const OPENINGS: { opening: string; words: readonly (readonly [word: string, percent: number])[] }[] = [
  { opening: "The cat sat on the", words: [["mat", 50], ["chair", 18], ["sofa", 14], ["roof", 8], ["table", 6], ["moon", 1], ["bed", 1], ["piano", 1], ["snow", 1]] },
  { opening: "The dog ran to the", words: [["park", 40], ["door", 25], ["river", 20], ["garden", 10], ["moon", 5]] },
  { opening: "I like to eat", words: [["apples", 40], ["bread", 25], ["soup", 20], ["cake", 10], ["snow", 5]] },
  { opening: "The sky is", words: [["blue", 60], ["gray", 20], ["dark", 15], ["green", 5]] },
  { opening: "In the morning I drink", words: [["milk", 45], ["tea", 35], ["water", 15], ["soup", 5]] },
  { opening: "The bird sang in the", words: [["tree", 55], ["garden", 25], ["rain", 15], ["piano", 5]] },
  { opening: "She opened the", words: [["door", 50], ["box", 30], ["book", 15], ["moon", 5]] },
  { opening: "At night I see the", words: [["moon", 50], ["stars", 40], ["cat", 10]] },
  { opening: "The old man lived in a", words: [["house", 60], ["castle", 20], ["boat", 15], ["tree", 5]] },
  { opening: "My favorite color is", words: [["blue", 40], ["red", 30], ["green", 20], ["yellow", 10]] },
  { opening: "The little fish swam in the", words: [["sea", 50], ["river", 30], ["lake", 20]] },
  { opening: "For my birthday I want a", words: [["cake", 40], ["book", 25], ["dog", 20], ["dragon", 15]] },
];

const WISHES: DesignedOdds[] = [
  { prompt: "Name a dragon.", answers: [["Ember", 40], ["Spark", 25], ["Smoky", 20], ["Ruby", 10], ["Cloud", 5]] },
  { prompt: "Name a cat.", answers: [["Luna", 40], ["Milo", 30], ["Tiger", 20], ["Snow", 10]] },
  { prompt: "Name a dog.", answers: [["Max", 40], ["Buddy", 30], ["Lucky", 20], ["Bear", 10]] },
  { prompt: "Name a robot.", answers: [["Beep", 45], ["Bolt", 30], ["Rusty", 25]] },
  { prompt: "Name a ship.", answers: [["Sea Star", 50], ["Blue Wave", 30], ["Old Moon", 20]] },
  { prompt: "Flip a coin.", answers: [["Heads", 50], ["Tails", 50]] },
  { prompt: "Roll a die.", answers: [["1", 17], ["2", 17], ["3", 17], ["4", 17], ["5", 16], ["6", 16]] },
  { prompt: "Pick a color.", answers: [["Blue", 35], ["Red", 30], ["Green", 20], ["Yellow", 15]] },
  { prompt: "Pick a number from 1 to 5.", answers: [["3", 40], ["4", 25], ["2", 20], ["5", 10], ["1", 5]] },
  { prompt: "Pick an animal.", answers: [["Fox", 40], ["Owl", 25], ["Bear", 20], ["Panda", 15]] },
  { prompt: "Pick a fruit.", answers: [["Apple", 45], ["Banana", 30], ["Pear", 15], ["Lemon", 10]] },
];

export const COMPLETIONS: readonly DesignedOdds[] = OPENINGS.map(({ opening, words }) => ({
  prompt: `Finish: ${opening}`,
  answers: words.map(([word, percent]) => [`${opening} ${word}.`, percent] as const),
}));

export const CHOICES: readonly DesignedOdds[] = WISHES.map(({ prompt, answers }) => ({
  prompt,
  answers: answers.map(([text, percent]) => [`${text}.`, percent] as const),
}));

/** Words that lessons point at; each is a single token. */
export const DEMO_WORDS: readonly string[] = [
  ...new Set(OPENINGS.flatMap(({ words }) => words.map(([word]) => ` ${word}`))),
];
