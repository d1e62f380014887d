import { LANGUAGES } from "@/lib/messages/languages";
import type { Messages } from "@/lib/messages/en";

/** A language to see the desk in, and what it says there. */
export type Speech = { name: string; locale: string; texts: Messages };

/** Every language there is. */
export const SPEECHES: Speech[] = Object.values(LANGUAGES).map(({ label, htmlLang, messages }) => ({
  name: label,
  locale: htmlLang,
  texts: messages,
}));

/** A message with its {names} filled in; plurals and choices are beyond it. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A pattern for names that begin like this message does before its first {name}. */
export function beginning(message: string): RegExp {
  return new RegExp(`^${message.split(/[{（(]/)[0]?.trim()}`);
}
