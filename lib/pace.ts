/** What a screen shows in one frame; pieces that come closer together are one. */
const FRAME_MS = 16;
/** So many numbers at most; beyond, neighbouring pieces are joined, and the grain is coarser from there on. */
const MOST_NUMBERS = 4096;

/**
 * How an answer came: two whole numbers for each piece, the milliseconds since the piece before (the first: since it was
 * asked for) and its characters (UTF-16 units), below zero where they are of the reasoning. Enough to play it again as it
 * came, and small: nothing is kept for each token. What comes after a pace's end came at once, as far as anyone knows.
 */
export type PaceKeeper = {
  /** Notes that characters came; `now` in milliseconds of a clock that does not jump. */
  add: (now: number, characters: number, kind: "text" | "reasoning") => void;
  get: () => number[];
};

/** Begins to keep the pace of an answer that was asked for at `startedAt`, on the same clock. */
export function keepPace(startedAt: number): PaceKeeper {
  let pace: number[] = [];
  let last = startedAt;
  let grain = FRAME_MS;
  let isFull = false;
  return {
    add(now, characters, kind) {
      if (characters === 0 || isFull) return;
      const signed = kind === "text" ? characters : -characters;
      const before = pace.at(-1) ?? 0;
      if (before * signed > 0 && now - last < grain) {
        pace[pace.length - 1] = before + signed;
        return;
      }
      const wait = Math.max(0, Math.round(now - last));
      pace.push(wait, signed);
      // By what was written down: rounding does not add up.
      last += wait;
      if (pace.length > MOST_NUMBERS) {
        pace = joinNeighbours(pace);
        grain *= 2;
        // Text and reasoning by turns cannot be joined; what comes then has no pace.
        isFull = pace.length > MOST_NUMBERS - 2;
      }
    },
    get: () => pace,
  };
}

/** Two pieces of one kind as one, which comes when its first did; the wait between them goes to the next. */
function joinNeighbours(pace: readonly number[]): number[] {
  const joined: number[] = [];
  let owed = 0;
  for (let at = 0; at < pace.length; at += 2) {
    const [wait = 0, characters = 0, nextWait = 0, nextCharacters = 0] = pace.slice(at, at + 4);
    joined.push(wait + owed, characters);
    owed = 0;
    if (characters * nextCharacters > 0) {
      joined[joined.length - 1] = characters + nextCharacters;
      owed = nextWait;
      at += 2;
    }
  }
  return joined;
}
