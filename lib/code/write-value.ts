import type { JsonValue } from "../catalog/parameters";
import { quoted } from "./quoted";

/** How a language writes what JSON holds. */
export type ValueStyle = {
  null: string;
  true: string;
  false: string;
  /** A key with what stands between it and its value. */
  key: (name: string) => string;
  /** Inside the braces of an object on one line. */
  space: "" | " ";
  /** After the last entry of several lines. */
  lastComma: "" | ",";
  indent: number;
};

export const JSON_STYLE: ValueStyle = {
  null: "null",
  true: "true",
  false: "false",
  key: (name) => `${quoted(name)}: `,
  space: "",
  lastComma: "",
  indent: 2,
};

/** Longer than this, and a list or object is written in lines. */
const LINE = 88;

/** A JSON value in a language's own notation; what is short stands on one line, and so do lists of numbers. */
export function writeValue(value: JsonValue, style: ValueStyle, depth = 0): string {
  if (value === null) return style.null;
  if (typeof value === "boolean") return value ? style.true : style.false;
  if (typeof value === "number") return JSON.stringify(value);
  if (typeof value === "string") return quoted(value);
  const isList = Array.isArray(value);
  const entries = isList
    ? value.map((each) => writeValue(each, style, depth + 1))
    : Object.entries(value).map(([name, each]) => style.key(name) + writeValue(each, style, depth + 1));
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) return open + close;
  const space = isList ? "" : style.space;
  const line = open + space + entries.join(", ") + space + close;
  const isNumbers = isList && value.every((each) => typeof each === "number");
  if (isNumbers || (line.length + depth * style.indent <= LINE && !line.includes("\n"))) return line;
  const margin = " ".repeat(style.indent * (depth + 1));
  const lines = entries.map((entry) => margin + entry).join(",\n");
  return `${open}\n${lines}${style.lastComma}\n${margin.slice(style.indent)}${close}`;
}
