import type { JsonValue } from "../catalog/parameters";
import { quoted } from "./quoted";

/** Words and numbers that YAML readers take for something else than a text. */
const SPECIAL = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf(?:inity)?)$/i;
const PLAIN = /^[A-Za-z][\w./-]*(?::[\w./-]+)*$/;

/** A JSON value as YAML in block style, its lines indented by `depth` times two spaces; ends with a line break. */
export function writeYaml(value: JsonValue, depth = 0): string {
  if (typeof value !== "object" || value === null) return `${scalar(value, depth)}\n`;
  const margin = "  ".repeat(depth);
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]\n";
    // The first line of an entry stands behind its dash.
    return value.map((each) => `${margin}- ${writeYaml(each, depth + 1).trimStart()}`).join("");
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}\n";
  return entries.map(([key, each]) => `${margin}${plainOrQuoted(key)}:${behindKey(each, depth)}`).join("");
}

function behindKey(value: JsonValue, depth: number): string {
  const written = writeYaml(value, depth + 1);
  const isBlock = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  return isBlock ? `\n${written}` : ` ${written}`;
}

function scalar(value: null | boolean | number | string, depth: number): string {
  if (typeof value !== "string") return JSON.stringify(value);
  if (depth === 0 || !isLiteral(value)) return plainOrQuoted(value);
  const margin = "  ".repeat(depth);
  return `|-\n${value
    .split("\n")
    .map((line) => (line === "" ? "" : margin + line))
    .join("\n")}`;
}

/** Whether a text of several lines can stand as it is: nothing in it has to be escaped, nor would get lost at its ends. */
function isLiteral(text: string): boolean {
  const lines = text.split("\n");
  return lines.length > 1 && /^\S/.test(text) && /\S$/.test(text) && lines.every(isAsItIs);
}

function isAsItIs(line: string): boolean {
  const bare = line.replaceAll(/["\\\t]/g, "");
  return quoted(bare) === `"${bare}"`;
}

function plainOrQuoted(text: string): string {
  return PLAIN.test(text) && !SPECIAL.test(text) ? text : quoted(text);
}
