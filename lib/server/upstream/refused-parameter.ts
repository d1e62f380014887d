import "server-only";
import {
  PARAMETER_KEYS,
  parameterRow,
  type JsonObject,
  type ParameterKey,
  type ParameterValues,
} from "@/lib/catalog/parameters";
import { wirePath } from "@/lib/catalog/support";
import type { Target } from "@/lib/catalog/targets";
import { isObject, listAt, textAt } from "../json-fields";
import { readError } from "./delta";

const NOT_TAKEN =
  /unsupported|not support|unrecognized|unrecognised|unknown|unexpected|extra inputs|extra fields|not permitted|not allowed|does not (?:support|accept)|isn't supported|must be removed/i;

/** The parameter that a 400 or 422 names, and whether leaving it out would help. */
export type Refusal = { parameter: ParameterKey; canLeaveOut: boolean };

/**
 * Finds the parameter at fault in an error's body: by `param` (OpenAI, vLLM), by the place FastAPI gives, else by a quoted
 * name in the text. Responses sends no `code`, so the text decides whether the name itself was refused.
 */
export function findRefusal(error: unknown, target: Target, set: ParameterValues): Refusal | undefined {
  const said = readError({ error })?.said ?? readError(error)?.said ?? "";
  const named = [textAt(error, "param"), ...placesOf(error), ...quotedNames(said)].flatMap(
    (name) => name ?? [],
  );
  for (const name of named) {
    const parameter = parameterAt(name, target, set);
    if (parameter)
      return { parameter, canLeaveOut: NOT_TAKEN.test(said) || textAt(error, "type") === "extra_forbidden" };
  }
  return undefined;
}

/** FastAPI: `{detail: [{loc: ["body", "top_k"], msg}]}`. */
function placesOf(error: unknown): string[] {
  return listAt(error, "detail").map((each) =>
    listAt(each, "loc")
      .filter((part) => part !== "body")
      .join("."),
  );
}

function quotedNames(said: string): string[] {
  return [...said.matchAll(/['"`“‘]([a-z][\w.]{2,60})['"`”’]/g)].map(([, name]) => name ?? "");
}

/** The set parameter that stands at `place` in the body, or inside or around it ("response_format", "include[0]"). */
function parameterAt(place: string, target: Target, set: ParameterValues): ParameterKey | undefined {
  const name = place.replaceAll(/\[\d+\]/g, "");
  const standing = PARAMETER_KEYS.filter((key) => set[key] !== undefined && key !== "extraBody");
  const found = standing.findLast((key) => {
    const path = wirePath(key, target.dialect)?.replace("[]=", ".");
    if (path === undefined || path === "") return false;
    // "verbosity" for `text.verbosity`: some texts leave the place out.
    const isShort = parameterRow(key).wire === name && path.endsWith(`.${name}`);
    return path === name || path.startsWith(`${name}.`) || name.startsWith(`${path}.`) || isShort;
  });
  const extra: JsonObject | undefined = set.extraBody;
  return (
    found ?? (isObject(extra) && Object.hasOwn(extra, name.split(".")[0] ?? "") ? "extraBody" : undefined)
  );
}
