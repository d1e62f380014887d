import { piecesOf } from "../pieces";

/** Answers with a common beginning. `text` goes on from the node above; one that ends here without another word has "". */
export type AnswerNode = {
  text: string;
  /** How many answers go this way. */
  count: number;
  /** For an end: where the first such answer stands among the pane's runs. */
  index?: number;
  children: AnswerNode[];
};

type Answer = { text: string; count: number; index: number };
type Entry = Answer & { pieces: string[] };

/**
 * Different answers as a tree: what they begin with alike once, then each way they go on, the most frequent first. Equal
 * answers must have been put together.
 */
export function answerTree(answers: readonly Answer[]): AnswerNode[] {
  return branches(
    answers.map((answer) => ({ ...answer, pieces: piecesOf(answer.text) })),
    0,
  );
}

/** The ways that answers go on from a piece that all of them have reached alike. */
function branches(entries: readonly Entry[], from: number): AnswerNode[] {
  const ways = new Map<string | undefined, Entry[]>();
  for (const entry of entries) {
    const piece = entry.pieces[from];
    ways.set(piece, [...(ways.get(piece) ?? []), entry]);
  }
  return [...ways.values()].map((way) => branch(way, from)).toSorted((a, b) => b.count - a.count);
}

function branch(entries: readonly Entry[], from: number): AnswerNode {
  const [first] = entries;
  const pieces = first?.pieces ?? [];
  if (entries.length === 1)
    return { text: pieces.slice(from).join(""), count: first?.count ?? 0, index: first?.index, children: [] };
  let to = from + 1;
  while (to < pieces.length && entries.every((entry) => entry.pieces[to] === pieces[to])) to += 1;
  return {
    text: pieces.slice(from, to).join(""),
    count: entries.reduce((total, { count }) => total + count, 0),
    children: branches(entries, to),
  };
}
