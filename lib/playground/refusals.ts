import type { ParameterKey } from "../catalog/parameters";
import type { RunEventBody } from "../run-events";
import { refusalsOf, type Desk } from "./experiment";

/** Keeps what a start event says was refused: the server has just met it, and the next run need not meet it again. */
export function learnRefusals(desk: Desk, event: RunEventBody): Desk {
  if (event.type !== "start") return desk;
  const refused = event.dropped.filter(({ code }) => code === "refused").map(({ parameter }) => parameter);
  const known = refusalsOf(desk, event.model);
  const all = [...new Set([...known, ...refused])];
  return all.length === known.length ? desk : { ...desk, refusals: { ...desk.refusals, [event.model]: all } };
}

/** Forgets a refusal, so that the parameter is sent again. */
export function forgetRefusal(desk: Desk, model: string, key: ParameterKey): Desk {
  const known = refusalsOf(desk, model);
  // Reasoning effort decides what else OpenAI's models take, so a change of it opens every question again.
  const left = key === "reasoningEffort" ? [] : known.filter((refused) => refused !== key);
  return left.length === known.length ? desk : { ...desk, refusals: { ...desk.refusals, [model]: left } };
}
