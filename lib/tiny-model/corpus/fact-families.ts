/** Facts that come in families: one shape of question, many subjects. Pairs are written "subject:answer". */
export type FactFamily = {
  name: string;
  pairs: readonly (readonly [subject: string, answer: string])[];
  /** X stands for the subject. The first is the plainest. */
  questions: readonly string[];
  /** X the subject, Y the answer. */
  answer: string;
  /** How to ask about another subject next. */
  next: readonly string[];
};

const pairs = (text: string) =>
  text.split(", ").map((pair) => pair.split(":") as unknown as readonly [string, string]);

const OPPOSITES = pairs(
  "hot:cold, big:small, up:down, day:night, happy:sad, fast:slow, open:closed, wet:dry, light:dark, full:empty, hard:soft, good:bad, early:late, high:low, loud:quiet, rich:poor, strong:weak, long:short, left:right, clean:dirty, near:far, black:white, new:old",
);

const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

const neighbours = (ring: string[], by: number) =>
  ring.map((word, index) => [word, ring[(index + by + ring.length) % ring.length] as string] as const);

export const FACT_FAMILIES: readonly FactFamily[] = [
  {
    name: "capitals",
    pairs: pairs(
      "France:Paris, Spain:Madrid, Italy:Rome, Germany:Berlin, Portugal:Lisbon, Greece:Athens, Poland:Warsaw, Austria:Vienna, Norway:Oslo, Sweden:Stockholm, Finland:Helsinki, Denmark:Copenhagen, Ireland:Dublin, England:London, Japan:Tokyo, China:Beijing, Egypt:Cairo, Kenya:Nairobi, Canada:Ottawa, Peru:Lima, Cuba:Havana, Hungary:Budapest, Russia:Moscow, Belgium:Brussels",
    ),
    questions: [
      "What is the capital of X?",
      "What is the capital city of X?",
      "Which city is the capital of X?",
      "Tell me the capital of X.",
    ],
    answer: "The capital of X is Y.",
    next: ["And of X?", "And X?", "What about X?"],
  },
  {
    name: "colors",
    pairs: pairs(
      "snow:white, grass:green, the sky:blue, a banana:yellow, a strawberry:red, a carrot:orange, milk:white, coal:black, a lemon:yellow, a tomato:red, chocolate:brown, a crow:black, a flamingo:pink, a pumpkin:orange, a pea:green, a plum:purple, an elephant:gray, a polar bear:white, the sea:blue, a leaf:green, the night:black, a swan:white, a fox:orange, a cherry:red, the sun:yellow",
    ),
    questions: ["What color is X?", "Which color is X?", "Tell me the color of X."],
    answer: "X is Y.",
    next: ["And X?", "What about X?"],
  },
  {
    name: "sounds",
    pairs: pairs(
      "cat:meow, dog:woof, cow:moo, duck:quack, sheep:baa, pig:oink, lion:roar, owl:hoot, bee:buzz, frog:croak, horse:neigh, snake:hiss, mouse:squeak, bird:tweet, hen:cluck",
    ),
    questions: ["What does a X say?", "What sound does a X make?", "What does the X say?"],
    answer: "A X says Y.",
    next: ["And a X?", "What about a X?"],
  },
  {
    name: "babies",
    pairs: pairs(
      "dog:puppy, cat:kitten, cow:calf, sheep:lamb, horse:foal, duck:duckling, bear:cub, hen:chick, goat:kid, pig:piglet, frog:tadpole, swan:cygnet, deer:fawn, goose:gosling, kangaroo:joey",
    ),
    questions: ["What is a baby X called?", "What do you call a baby X?", "What is the name for a baby X?"],
    answer: "A baby X is called a Y.",
    next: ["And a baby X?", "What about a baby X?"],
  },
  {
    name: "homes",
    pairs: pairs(
      "bee:hive, bird:nest, spider:web, fox:den, rabbit:burrow, horse:stable, bear:cave, king:castle, pig:sty, farmer:farmhouse, snail:shell, lion:den",
    ),
    questions: ["Where does a X live?", "What is the home of a X?", "Tell me where a X lives."],
    answer: "A X lives in a Y.",
    next: ["And a X?", "What about a X?"],
  },
  {
    name: "opposites",
    pairs: [...OPPOSITES, ...OPPOSITES.map(([one, other]) => [other, one] as const)],
    questions: ["What is the opposite of X?", "Tell me the opposite of X.", "What is the contrary of X?"],
    answer: "The opposite of X is Y.",
    next: ["And of X?", "What about X?"],
  },
  {
    name: "next days",
    pairs: neighbours(DAYS, 1),
    questions: ["What day comes after X?", "Which day comes after X?", "What day is after X?"],
    answer: "Y comes after X.",
    next: ["And after X?"],
  },
  {
    name: "days before",
    pairs: neighbours(DAYS, -1),
    questions: ["What day comes before X?", "Which day comes before X?", "What day is before X?"],
    answer: "Y comes before X.",
    next: ["And before X?"],
  },
  {
    name: "next months",
    pairs: neighbours(MONTHS, 1),
    questions: ["What month comes after X?", "Which month comes after X?", "What month is after X?"],
    answer: "Y comes after X.",
    next: ["And after X?"],
  },
  {
    name: "legs",
    pairs: pairs(
      "spider:8, dog:4, cat:4, bird:2, ant:6, bee:6, horse:4, duck:2, snake:no, fish:no, cow:4, fox:4",
    ),
    questions: ["How many legs does a X have?", "How many legs has a X?", "Tell me how many legs a X has."],
    answer: "A X has Y legs.",
    next: ["And a X?", "What about a X?"],
  },
  {
    name: "foods",
    pairs: pairs(
      "rabbit:carrots, cow:grass, panda:bamboo, squirrel:nuts, monkey:bananas, mouse:seeds, bear:honey, horse:hay, koala:leaves, seal:fish, cat:fish, dog:meat",
    ),
    questions: ["What does a X eat?", "What does a X like to eat?", "What is the food of a X?"],
    answer: "A X eats Y.",
    next: ["And a X?", "What about a X?"],
  },
  {
    name: "rhymes",
    pairs: pairs(
      "cat:hat, dog:frog, sun:fun, moon:spoon, tree:bee, house:mouse, star:car, bear:chair, cake:lake, ring:king, night:light, fox:box, boat:goat, book:cook, sheep:sleep",
    ),
    questions: ["What rhymes with X?", "Which word rhymes with X?", "Find a rhyme for X."],
    answer: "The word Y rhymes with X.",
    next: ["And with X?", "What about X?"],
  },
];
