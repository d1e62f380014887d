import { newPane, type Desk } from "./experiment";

/** What a first visitor sees: one prompt, one model, two temperatures. */
export const FIRST_PROMPT = "Finish: The cat sat on the";
export const FIRST_TEMPERATURES = [0.2, 1.6] as const;

/** A desk as on the first visit, with the given title. */
export function firstDesk(title: string): Desk {
  return {
    experiment: {
      title,
      system: "",
      message: FIRST_PROMPT,
      turns: [],
      panes: FIRST_TEMPERATURES.map((temperature, index) =>
        newPane(`p${index + 1}`, { temperature, maxOutputTokens: 120 }),
      ),
    },
    runs: {},
    selected: "p1",
    moveTogether: false,
    view: "plain",
  };
}
