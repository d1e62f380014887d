import type { Topic } from "./exchange";

const JOKES: readonly (readonly [question: string, answer: string])[] = [
  ["Why did the banana go to the doctor?", "It did not peel well!"],
  ["What do you call a sleeping bull?", "A bulldozer!"],
  ["What do you call a bear with no teeth?", "A gummy bear!"],
  ["Why are fish so smart?", "They live in schools!"],
  ["What is a cat's favorite color?", "Purr-ple!"],
  ["Why did the bike fall over?", "It was two-tired!"],
  ["What does a cloud wear under its coat?", "Thunderwear!"],
  ["Why did the cookie cry?", "Its mother was a wafer too long!"],
  ["What do you call a dog magician?", "A labracadabrador!"],
  ["How does the moon cut its hair?", "It eclipses it!"],
  ["What do you call cheese that is not yours?", "Nacho cheese!"],
  ["Why was the math book sad?", "It had too many problems!"],
  ["What kind of tree fits in your hand?", "A palm tree!"],
  ["Why did the robot go on holiday?", "It had to recharge!"],
  ["What do you get from a cow on a trampoline?", "A milk shake!"],
];

const ASKS = [
  "Tell me a joke.",
  "Tell me a joke.",
  "Tell me a joke.",
  "Do you know a joke?",
  "Make me laugh.",
  "Tell a joke.",
  "Say something funny.",
  "I want to hear a joke.",
];
const AGAIN = ["Another one.", "Tell me another joke.", "Another joke, please.", "One more.", "Again."];

export const joke: Topic = ({ random, decks }) => {
  const tell = () => decks.next("jokes", JOKES).join(" ");
  return {
    user: random.pick(ASKS),
    answer: tell(),
    short: "Banana",
    followUps: [
      { user: random.pick(AGAIN), answer: tell(), short: "Cookie" },
      {
        user: random.pick(["Haha!", "That is funny!", "I like that joke."]),
        answer: random.pick(["I am glad you like it!", "Thank you! I have more."]),
      },
    ],
  };
};
