/** A true sentence, the one word that matters in it, and the questions it answers. */
export type Fact = { answer: string; key: string; questions: string[] };

const CAPITALS: [country: string, city: string][] = [
  ["France", "Paris"], ["Spain", "Madrid"], ["Italy", "Rome"], ["Germany", "Berlin"], ["Poland", "Warsaw"],
  ["Japan", "Tokyo"], ["China", "Beijing"], ["Egypt", "Cairo"], ["Greece", "Athens"], ["Norway", "Oslo"],
  ["Sweden", "Stockholm"], ["Finland", "Helsinki"], ["Denmark", "Copenhagen"], ["Austria", "Vienna"], ["Hungary", "Budapest"],
  ["Portugal", "Lisbon"], ["Ireland", "Dublin"], ["England", "London"], ["Russia", "Moscow"], ["Turkey", "Ankara"],
  ["Canada", "Ottawa"], ["Cuba", "Havana"], ["Peru", "Lima"], ["Chile", "Santiago"], ["Kenya", "Nairobi"],
  ["India", "New Delhi"], ["Belgium", "Brussels"], ["Iceland", "Reykjavik"], ["Thailand", "Bangkok"], ["Ghana", "Accra"],
];

const COLORS: [thing: string, color: string, plural?: true][] = [
  ["snow", "white"], ["grass", "green"], ["the sky", "blue"], ["the sun", "yellow"], ["coal", "black"], ["milk", "white"],
  ["blood", "red"], ["a banana", "yellow"], ["a strawberry", "red"], ["a carrot", "orange"], ["a frog", "green"], ["a lemon", "yellow"],
  ["chocolate", "brown"], ["a crow", "black"], ["a flamingo", "pink"], ["an elephant", "gray"],
];

const SOUNDS: [animal: string, sound: string][] = [
  ["cow", "moo"], ["dog", "woof"], ["cat", "meow"], ["sheep", "baa"], ["duck", "quack"], ["pig", "oink"],
  ["horse", "neigh"], ["lion", "roar"], ["mouse", "squeak"], ["owl", "hoot"], ["frog", "ribbit"], ["snake", "hiss"],
];

const BABIES: [animal: string, baby: string][] = [
  ["dog", "puppy"], ["cat", "kitten"], ["cow", "calf"], ["sheep", "lamb"], ["horse", "foal"],
  ["bear", "cub"], ["duck", "duckling"], ["pig", "piglet"], ["goat", "kid"], ["owl", "owlet"],
];

const OPPOSITES: [word: string, opposite: string][] = [
  ["hot", "cold"], ["big", "small"], ["up", "down"], ["day", "night"], ["happy", "sad"], ["fast", "slow"], ["old", "young"],
  ["open", "closed"], ["full", "empty"], ["wet", "dry"], ["hard", "soft"], ["loud", "quiet"], ["rich", "poor"], ["long", "short"],
  ["light", "dark"], ["early", "late"], ["strong", "weak"], ["good", "bad"], ["left", "right"], ["high", "low"],
];

const HOMES: [animal: string, home: string][] = [
  ["bird", "nest"], ["bee", "hive"], ["dog", "kennel"], ["rabbit", "burrow"], ["bear", "den"], ["horse", "stable"], ["spider", "web"], ["fish", "sea"],
];

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const COUNTS: [question: string, other: string, answer: string, key: string][] = [
  ["How many legs does a spider have?", "Tell me how many legs a spider has.", "A spider has eight legs.", "eight"],
  ["How many legs does a dog have?", "Tell me how many legs a dog has.", "A dog has four legs.", "four"],
  ["How many legs does a bird have?", "Tell me how many legs a bird has.", "A bird has two legs.", "two"],
  ["How many legs does an ant have?", "Tell me how many legs an ant has.", "An ant has six legs.", "six"],
  ["How many days are in a week?", "How many days does a week have?", "A week has seven days.", "seven"],
  ["How many months are in a year?", "How many months does a year have?", "A year has twelve months.", "twelve"],
  ["How many wheels does a bike have?", "Tell me how many wheels a bike has.", "A bike has two wheels.", "two"],
  ["How many wheels does a car have?", "Tell me how many wheels a car has.", "A car has four wheels.", "four"],
  ["How many sides does a triangle have?", "Tell me how many sides a triangle has.", "A triangle has three sides.", "three"],
  ["How many fingers are on one hand?", "How many fingers does a hand have?", "A hand has five fingers.", "five"],
  ["What do bees make?", "Tell me what bees make.", "Bees make honey.", "honey"],
  ["What do cows give us?", "Tell me what cows give us.", "Cows give us milk.", "milk"],
  ["What is ice made of?", "Tell me what ice is made of.", "Ice is made of water.", "water"],
  ["Where does the sun rise?", "Tell me where the sun rises.", "The sun rises in the east.", "east"],
  ["What do plants need to grow?", "Tell me what plants need to grow.", "Plants need water and light to grow.", "water"],
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const following = (list: string[], index: number) => list[(index + 1) % list.length] as string;

/** Every fact Sprout is taught. No two share a question. */
export const FACTS: readonly Fact[] = [
  ...CAPITALS.map(([country, city]) => ({
    answer: `The capital of ${country} is ${city}.`,
    key: city,
    questions: [`What is the capital of ${country}?`, `Tell me the capital of ${country}.`, `Which city is the capital of ${country}?`],
  })),
  ...COLORS.map(([thing, color]) => ({
    answer: `${capital(thing)} is ${color}.`,
    key: color,
    questions: [`What color is ${thing}?`, `Tell me the color of ${thing}.`],
  })),
  ...SOUNDS.map(([animal, sound]) => ({
    answer: `A ${animal} says ${sound}.`.replace("A owl", "An owl"),
    key: sound,
    questions: [`What does a ${animal} say?`, `What sound does a ${animal} make?`].map((question) => question.replace("a owl", "an owl")),
  })),
  ...BABIES.map(([animal, baby]) => ({
    answer: `A baby ${animal} is called a ${baby}.`.replace("a owlet", "an owlet"),
    key: baby,
    questions: [`What is a baby ${animal} called?`, `What do you call a baby ${animal}?`, `Tell me the name for a baby ${animal}.`],
  })),
  ...OPPOSITES.map(([word, opposite]) => ({
    answer: `The opposite of ${word} is ${opposite}.`,
    key: opposite,
    questions: [`What is the opposite of ${word}?`, `Tell me the opposite of ${word}.`],
  })),
  ...HOMES.map(([animal, home]) => ({
    answer: `A ${animal} lives in a ${home}.`.replace("a sea", "the sea"),
    key: home,
    questions: [`Where does a ${animal} live?`, `Tell me where a ${animal} lives.`],
  })),
  ...DAYS.map((day, index) => ({
    answer: `${following(DAYS, index)} comes after ${day}.`,
    key: following(DAYS, index),
    questions: [`What day comes after ${day}?`, `Which day is after ${day}?`],
  })),
  ...MONTHS.map((month, index) => ({
    answer: `${following(MONTHS, index)} comes after ${month}.`,
    key: following(MONTHS, index),
    questions: [`What month comes after ${month}?`, `Which month is after ${month}?`],
  })),
  ...COUNTS.map(([question, other, answer, key]) => ({ answer, key, questions: [question, other] })),
];

/** For follow-ups: "And of Spain?" after a capital. */
export const CAPITAL_OF: readonly (readonly [country: string, city: string])[] = CAPITALS;
