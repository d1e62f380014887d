/**
 * One training window: whole documents one after another, at most `contextTokens` tokens. Attention stays inside a
 * document and positions count from its start, just as when the model answers.
 */
export type Window = {
  ids: Int32Array;
  /** Where each document starts in `ids`, in order. */
  starts: number[];
  /** How much each token counts as something to predict: 0 for a document's first token. */
  weights: Float32Array;
};

/** A document as tokens, with the weight of each as something to predict. */
export type TokenizedDocument = { ids: number[]; weights: number[] };

/** How many documents wait to fill the rest of a window. */
const POOL = 64;

/** Packs documents into windows without cutting any: the longest waiting document that fits comes next. */
export function* packWindows(
  documents: Iterable<TokenizedDocument>,
  contextTokens: number,
): Generator<Window> {
  const source = documents[Symbol.iterator]();
  const pool: TokenizedDocument[] = [];
  const refill = () => {
    while (pool.length < POOL) {
      const next = source.next();
      if (next.done) return;
      if (next.value.ids.length <= contextTokens) pool.push(next.value);
    }
  };
  for (refill(); pool.length > 0; refill()) {
    // The document that waited longest goes first, so none waits for ever.
    const chosen: TokenizedDocument[] = pool.splice(0, 1);
    let room = contextTokens - (chosen[0]?.ids.length ?? 0);
    for (let next = longestThatFits(pool, room); next >= 0; next = longestThatFits(pool, room)) {
      const [document] = pool.splice(next, 1);
      if (!document) break;
      chosen.push(document);
      room -= document.ids.length;
    }
    yield toWindow(chosen);
  }
}

function longestThatFits(pool: TokenizedDocument[], room: number): number {
  let best = -1;
  pool.forEach(({ ids }, index) => {
    if (ids.length <= room && ids.length > (pool[best]?.ids.length ?? 0)) best = index;
  });
  return best;
}

function toWindow(documents: TokenizedDocument[]): Window {
  const starts: number[] = [];
  const ids: number[] = [];
  const weights: number[] = [];
  for (const document of documents) {
    starts.push(ids.length);
    ids.push(...document.ids);
    weights.push(0, ...document.weights.slice(1));
  }
  return { ids: Int32Array.from(ids), starts, weights: Float32Array.from(weights) };
}
