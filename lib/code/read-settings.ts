import { DIALECTS, dialectRow, type DialectId } from "../catalog/dialects";
import {
  PARAMETER_KEYS,
  parameterRow,
  type JsonObject,
  type JsonValue,
  type ParameterKey,
  type ParameterValues,
} from "../catalog/parameters";
import { wirePath } from "../catalog/support";
import { findProblem } from "../field-problem";
import { parameterValuesSchema } from "../parameter-schema";
import type { LeftOut } from "./left-out";
import { isJsonObject, saysNothing } from "./plain-json";

const DIALECT_IDS = Object.keys(DIALECTS) as DialectId[];

/** Each parameter by every name that a server has for it, the deepest first: what stands inside another is read before it. */
const KEYS: readonly [path: string, key: ParameterKey][] = [
  ...new Map(
    PARAMETER_KEYS.flatMap((key) =>
      [parameterRow(key).wire, ...DIALECT_IDS.map((dialect) => wirePath(key, dialect))].flatMap(
        (path): [string, ParameterKey][] => (path ? [[path, key]] : []),
      ),
    ),
  ),
].toSorted(([a], [b]) => b.split(".").length - a.split(".").length);

/** The parameters in a body's fields, by all the names that the catalog knows, and what of the fields is not taken. */
export function readSettings(fields: JsonObject): { parameters: ParameterValues; leftOut: LeftOut[] } {
  const left = structuredClone(fields);
  const parameters: Record<string, JsonValue> = {};
  const leftOut: LeftOut[] = [];
  for (const [path, key] of KEYS) {
    const [list = "", item] = path.split("[]=");
    const given = item === undefined ? take(left, path.split(".")) : takeItem(left, list, item);
    const value = given === undefined ? undefined : valueOf(key, given, path, leftOut);
    if (value === undefined) continue;
    const read = parameterValuesSchema.safeParse({ [key]: value });
    if (!read.success) {
      const { path: at, problem } = findProblem(read.error, { [key]: value });
      leftOut.push({ name: [path, ...at.split(".").slice(1)].join("."), problem });
    } else if (Object.hasOwn(parameters, key)) leftOut.push({ name: path, why: "sameMeaning" });
    else parameters[key] = value;
  }
  const rest = Object.entries(left).filter(
    ([name, value]) => !saysNothing(value) && !isFadersOwn(name, value),
  );
  const unread = rest.flatMap(([name, value]) => unreadIn(name, value));
  return {
    parameters: parameters as ParameterValues,
    leftOut: [...leftOut, ...unread.map((name): LeftOut => ({ name, why: "notCarried" }))],
  };
}

/** The names of what is left of a field: of one in which parameters nest, each by itself. */
function unreadIn(name: string, value: JsonValue): string[] {
  const isNest = KEYS.some(([path]) => path.startsWith(`${name}.`));
  return isNest && isJsonObject(value) ? Object.keys(value).map((inner) => `${name}.${inner}`) : [name];
}

/** Takes the value at a path out of an object; undefined when there is none. */
function take(from: JsonObject, [name = "", ...deeper]: string[]): JsonValue | undefined {
  const value = Object.hasOwn(from, name) ? from[name] : undefined;
  if (value === undefined) return undefined;
  if (deeper.length > 0) return isJsonObject(value) ? take(value, deeper) : undefined;
  delete from[name];
  return value;
}

/** A switch that is spelled as an item of a list: takes the item out of it. */
function takeItem(from: JsonObject, name: string, item: string): JsonValue | undefined {
  const list = Object.hasOwn(from, name) ? from[name] : undefined;
  if (!Array.isArray(list) || !list.includes(item)) return undefined;
  from[name] = list.filter((each) => each !== item);
  return true;
}

/** A value in the form that panes hold; undefined for what clients write to say "as usual". */
function valueOf(
  key: ParameterKey,
  given: JsonValue,
  path: string,
  leftOut: LeftOut[],
): JsonValue | undefined {
  const { kind } = parameterRow(key);
  if (given === null || (kind === "switch" && given === false)) return undefined;
  if (kind === "strings") return typeof given === "string" ? [given] : saysNothing(given) ? undefined : given;
  if (kind !== "schema" || !isJsonObject(given)) return given;
  const { name: _, strict = true, schema, ...rest } = given;
  const unread = Object.keys({ ...rest, ...(strict === true ? {} : { strict }) });
  leftOut.push(...unread.map((field): LeftOut => ({ name: `${path}.${field}`, why: "notCarried" })));
  return schema;
}

/** Whether Fader sends a field by itself, or answers as if it did: that need not be said. */
function isFadersOwn(name: string, value: JsonValue): boolean {
  if (name === "stream" || name === "stream_options" || (name === "n" && value === 1)) return true;
  const carried = DIALECT_IDS.map(dialectRow).flatMap(({ always, whenContinued = {} }) => [
    always,
    whenContinued,
  ]);
  return carried.some(
    (each) => Object.hasOwn(each, name) && JSON.stringify(each[name]) === JSON.stringify(value),
  );
}
