import * as z from "zod/mini";
import { modelLabel } from "../catalog/models";
import type { LinkDocument } from "../links/link-document";
import { NAME_CHARACTERS } from "./names";

/** Of what is asked first, so much stands in the list. */
const BEGIN_CHARACTERS = 160;

const count = z.int().check(z.gte(0));

/** When an experiment was saved, in milliseconds since 1970. */
export const savedAtSchema = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
export const nameSchema = z.string().check(z.minLength(1), z.maxLength(NAME_CHARACTERS));

/**
 * What the list shows of an experiment without reading it whole: kept beside its document, and made from it. `models` are
 * labels, each once; `begin` is the beginning of what is asked.
 */
export const libraryEntrySchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: nameSchema,
  savedAt: savedAtSchema,
  panes: count,
  models: z.array(z.string()),
  answers: count,
  begin: z.string(),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

/** An experiment as it goes into the library and comes out of it. */
export type LibraryItem = { name: string; savedAt: number; document: LinkDocument };

/** The entry of an experiment. */
export function entryOf({ name, savedAt, document }: LibraryItem, id: string): LibraryEntry {
  const { message, turns, panes } = document;
  const asked = message.trim() === "" ? turns.findLast(({ role }) => role === "user")?.content : message;
  return {
    id,
    name,
    savedAt,
    panes: panes.length,
    models: [...new Set(panes.map(({ model }) => modelLabel(model)))],
    answers: panes.reduce((sum, { answers = [] }) => sum + answers.length, 0),
    begin: beginningOf(asked ?? ""),
  };
}

/** Whole characters: half of one would be shown as none. */
function beginningOf(text: string): string {
  const characters = [...text.slice(0, 2 * BEGIN_CHARACTERS).replaceAll(/\s+/g, " ")];
  return characters.slice(0, BEGIN_CHARACTERS).join("").trim();
}
