/** What Sprout does well, for people who meet it first. The evaluation asks each of them. */
export const SUGGESTED_PROMPTS: readonly string[] = [
  "Tell me a story about a fox.",
  "What color is snow?",
  "Name a dragon.",
  "Finish: The cat sat on the",
  "Tell me a joke.",
  "What is 3 + 4?",
  "Write a poem about the moon.",
  "Who are you?",
];
