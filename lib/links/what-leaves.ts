import { PARAMETER_KEYS, type ParameterKey, type ParameterValue } from "../catalog/parameters";
import { findSecrets, type Secret } from "./find-secrets";
import type { LinkAnswer } from "./link-answer";
import type { LinkDocument } from "./link-document";

type Path = readonly (string | number)[];

/** Where a thing stands, counted as people count. */
export type LeavingPlace = { pane?: number; number?: number };

/** One thing that a link or a file carries: what it is, where it stands in the document, and its value there. */
export type Leaving = LeavingPlace & { path: Path } & (
    | { part: "title" | "system" | "message" | "model" | "view"; value: string }
    | { part: "turn"; value: LinkDocument["turns"][number] }
    | { part: "variable"; value: { name: string; value: string } }
    | { part: "parameter"; name: ParameterKey; value: ParameterValue }
    | { part: "answer"; value: LinkAnswer }
    | { part: "shown" | "selected" | "times"; value: number }
    | { part: "moveTogether"; value: true }
    | { part: "lock" | "hide"; value: readonly string[] }
  );

/**
 * Everything in a document, one thing after the other and nothing twice: what is listed is what leaves. The version of
 * the format alone is left out.
 */
export function whatLeaves(document: LinkDocument): Leaving[] {
  const { title, system, message, turns, variables = [], panes, view } = document;
  const { selected, moveTogether, times, lock, hide } = document;
  return [
    { part: "title", path: ["title"], value: title },
    { part: "system", path: ["system"], value: system },
    ...turns.map((value, index): Leaving => ({
      part: "turn",
      number: index + 1,
      path: ["turns", index],
      value,
    })),
    { part: "message", path: ["message"], value: message },
    ...variables.map((value, index): Leaving => ({ part: "variable", path: ["variables", index], value })),
    ...panes.flatMap((pane, index) => leavingPane(pane, index, turns.length)),
    { part: "view", path: ["view"], value: view },
    ...given<Leaving>([
      selected !== undefined && { part: "selected", path: ["selected"], value: selected },
      moveTogether !== undefined && { part: "moveTogether", path: ["moveTogether"], value: moveTogether },
      times !== undefined && { part: "times", path: ["times"], value: times },
      lock !== undefined && { part: "lock", path: ["lock"], value: lock },
      hide !== undefined && { part: "hide", path: ["hide"], value: hide },
    ]),
  ];
}

function leavingPane(pane: LinkDocument["panes"][number], index: number, shared: number): Leaving[] {
  const { model, parameters, system, turns = [], answers = [], shown } = pane;
  const at = (...rest: Path): Path => ["panes", index, ...rest];
  const place = { pane: index + 1 };
  return given<Leaving>([
    { part: "model", ...place, path: at("model"), value: model },
    ...PARAMETER_KEYS.map((name): Leaving | false => {
      const value = parameters[name];
      return (
        value !== undefined && { part: "parameter", ...place, name, path: at("parameters", name), value }
      );
    }),
    system !== undefined && { part: "system", ...place, path: at("system"), value: system },
    ...turns.map((value, turn): Leaving => {
      return { part: "turn", ...place, number: shared + turn + 1, path: at("turns", turn), value };
    }),
    ...answers.map((value, answer): Leaving => {
      return { part: "answer", ...place, number: answer + 1, path: at("answers", answer), value };
    }),
    shown !== undefined && { part: "shown", ...place, path: at("shown"), value: shown },
  ]);
}

function given<T>(list: readonly (T | false)[]): T[] {
  return list.filter((each): each is T => each !== false);
}

/** A secret with the first thing that it stands in, and how many more it stands in. */
export type LeavingSecret = Secret & { where: Leaving; more: number };

/** What looks like a secret in anything that leaves, each once; requests that were sent for recorded answers too. */
export function leavingSecrets(leaving: readonly Leaving[]): LeavingSecret[] {
  const found = new Map<string, LeavingSecret>();
  for (const where of leaving)
    for (const secret of new Map(secretsIn(readable(where)).map((each) => [each.text, each])).values()) {
      const known = found.get(secret.text);
      if (known) known.more += 1;
      else found.set(secret.text, { ...secret, where, more: 0 });
    }
  return [...found.values()];
}

/** An answer's single tokens are its text once more, and may be many thousands. */
function readable(leaving: Leaving): unknown {
  return leaving.part === "answer" ? { ...leaving.value, tokens: undefined } : leaving.value;
}

/** In every text under a value, also under the names of its fields: a JSON schema or an extra body may hold anything. */
function secretsIn(value: unknown): Secret[] {
  if (typeof value === "string") return findSecrets(value);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [...findSecrets(key), ...secretsIn(each)]);
}
