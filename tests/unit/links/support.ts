import type { LinkDocument } from "@/lib/links/link-document";

/** Everything that a document may hold, each once. */
export const FULL_DOCUMENT: LinkDocument = {
  fader: 1,
  title: "Cats, twice",
  system: "You are brief.",
  message: "And a dog?",
  turns: [
    { role: "user", content: "Where is the {{animal}}?" },
    { role: "assistant", content: "On the mat", tokens: [300, 400, 500] },
  ],
  variables: [{ name: "animal", value: "cat" }],
  panes: [
    {
      model: "built-in/sprout",
      parameters: { temperature: 0, seed: 7 },
      answers: [
        {
          text: ".",
          ending: "complete",
          at: 1_764_000_000_000,
          turn: 1,
          series: 0,
          sent: { body: { model: "sprout", messages: [], temperature: 0 }, seed: 7 },
          usage: { source: "server", input: 12, output: 1 },
          timings: { firstTokenMs: 3.5, totalMs: 4, tokensPerSecond: 250 },
          pace: [4, 1],
        },
        { text: "!", ending: "cut", at: 1_764_000_001_000, turn: 1, series: 0, sent: { seed: 7 } },
      ],
      shown: 0,
    },
    {
      model: "openai/gpt-4o-mini",
      parameters: { temperature: 1.6, stop: ["\n"] },
      system: "You are long.",
      turns: [{ role: "user", content: "Go on." }],
      answers: [
        {
          text: "On the roof.",
          reasoning: "Cats climb.",
          ending: "length",
          model: "openai/gpt-4o",
          parameters: { logprobs: true },
          servedModel: "gpt-4o-2024-08-06",
          turn: 2,
          sent: {
            attempt: 2,
            body: { model: "gpt-4o" },
            leftOut: [{ parameter: "topK", code: "notTaken" }],
          },
          usage: { source: "estimate", input: 20, output: 4, reasoning: 2, costMicroUsd: 17 },
          pace: [300, -11, 20, 7, 5, 5],
          tokens: [{ text: "On", logprob: -0.25, top: [{ text: "\uFFFD", bytes: [240, 159], logprob: -2 }] }],
        },
      ],
    },
  ],
  view: "markdown",
  selected: 1,
  moveTogether: true,
  times: 5,
  lock: ["temperature", "system"],
  hide: ["model"],
};
