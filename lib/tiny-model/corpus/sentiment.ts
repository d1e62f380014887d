import type { Topic } from "./exchange";

const THINGS = "book movie cake song game soup story park school hotel pizza toy".split(" ");
const GOOD = "great wonderful lovely good fun beautiful amazing nice".split(" ");
const BAD = "terrible boring awful bad ugly sad broken horrible".split(" ");
const GOOD_ENDS = ["I love it.", "I want more.", "It made me happy.", ""];
const BAD_ENDS = ["I hate it.", "I want my money back.", "It made me sad.", ""];

/** Positive or negative? */
export const sentiment: Topic = ({ random, decks, setting }) => {
  const isGood = decks.next(`sentiment ${setting}`, [true, false]);
  const text =
    `${random.pick(["The", "This", "My", "That"])} ${random.pick(THINGS)} ${random.pick(["is", "was"])} ${random.pick(["", "", "very ", "so ", "really "])}${random.pick(isGood ? GOOD : BAD)}. ${random.pick(isGood ? GOOD_ENDS : BAD_ENDS)}`.trim();
  const label = isGood ? "positive" : "negative";
  const form = random.pick([
    "Positive or negative? TEXT",
    "Is this positive or negative? TEXT",
    "Good or bad? TEXT",
    "Is this happy or sad? TEXT",
    "Sentiment: TEXT",
  ]);
  const word = form.startsWith("Good")
    ? isGood
      ? "good"
      : "bad"
    : form.includes("happy")
      ? isGood
        ? "happy"
        : "sad"
      : label;
  return {
    user: form.replace("TEXT", text),
    answer: `This is ${word}.`,
    short: word.charAt(0).toUpperCase() + word.slice(1),
  };
};
