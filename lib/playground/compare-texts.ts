import { diffArrays } from "diff";
import { isWord, piecesOf } from "../pieces";

/** How long the search for the shortest way from one text to the other may hold up the page. */
const PATIENCE_MS = 250;

/** A stretch that both texts have, or only one of them. */
export type Stretch = { kind: "same" | "left" | "right"; text: string };

export type TextComparison = {
  /** The two as one text, in order; where both have a word, with the right one's spaces. */
  stretches: Stretch[];
  /** Words (Chinese: characters) that both have, or only one. */
  words: Record<Stretch["kind"], number>;
  /** "spaces": the same words, with other spaces or line breaks between. */
  verdict: "equal" | "spaces" | "different";
  /** The search took too long: all from the first difference to the last counts as different. */
  isCoarse: boolean;
};

/** A word or sign with the space before it; two are the same when they are so without it. */
type Piece = { text: string; core: string };
type Section = { kind: Stretch["kind"]; pieces: Piece[] };

/** Compares two texts word by word, character by character where a script has no spaces. */
export function compareTexts(left: string, right: string, patienceMs = PATIENCE_MS): TextComparison {
  const [a, b] = [toPieces(left), toPieces(right)];
  const found = diffArrays(a, b, { comparator: isSame, timeout: patienceMs });
  const sections: Section[] =
    found?.map(({ added, removed, value }) => ({
      kind: added ? "right" : removed ? "left" : "same",
      pieces: value,
    })) ?? aroundTheMiddle(a, b);
  const words = { same: 0, left: 0, right: 0 };
  for (const { kind, pieces } of sections) words[kind] += pieces.filter(({ core }) => isWord(core)).length;
  return {
    stretches: sections.map(({ kind, pieces }) => ({ kind, text: pieces.map(({ text }) => text).join("") })),
    words,
    verdict: left === right ? "equal" : sections.every(isNoDifference) ? "spaces" : "different",
    isCoarse: !found,
  };
}

function toPieces(text: string): Piece[] {
  return piecesOf(text).map((piece) => ({ text: piece, core: piece.trimStart() }));
}

function isSame(a: Piece, b: Piece): boolean {
  return a.core === b.core;
}

/** Whether both have a section, or nothing but space stands in it. */
function isNoDifference({ kind, pieces }: Section): boolean {
  return kind === "same" || pieces.every(({ core }) => core === "");
}

/** The common beginning and end, and all between as different. */
function aroundTheMiddle(a: Piece[], b: Piece[]): Section[] {
  const most = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < most && isSame(a[begin] as Piece, b[begin] as Piece)) begin += 1;
  let end = 0;
  while (end < most - begin && isSame(a.at(-1 - end) as Piece, b.at(-1 - end) as Piece)) end += 1;
  const sections: Section[] = [
    { kind: "same", pieces: b.slice(0, begin) },
    { kind: "left", pieces: a.slice(begin, a.length - end) },
    { kind: "right", pieces: b.slice(begin, b.length - end) },
    { kind: "same", pieces: b.slice(b.length - end) },
  ];
  return sections.filter(({ pieces }) => pieces.length > 0);
}
