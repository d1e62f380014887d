import type { RunToken, TokenAlternative } from "../run-events";
import type { CutBy, ShapingSettings } from "../tiny-model/shape-logits";
import type { AnswerOdds, AnswerToken, LogprobBasis, PlaceOdds, TokenOdds } from "./odds";

/** Faders whose work cannot be told from a few returned odds. */
const NEEDS_ALL_TOKENS = [
  "typicalP",
  "logitBias",
  "repetitionPenalty",
] as const satisfies (keyof ShapingSettings)[];

/**
 * An answer with the odds that its server returned: of the token that was drawn and of some of the others. Their ratios
 * are known, so temperature, frequency and presence penalty, top-k and min-p can be worked out among them; the chance of
 * what was not returned is known at temperature 1 only.
 */
export function returnedOdds(tokens: readonly RunToken[], basis: LogprobBasis): AnswerOdds {
  return {
    tokens: tokens.map((token) => answerToken(token, basis)),
    placeAt(index, settings) {
      const token = tokens[index];
      if (!token) return { rows: [], others: {}, isWhole: false };
      const alternatives = withChosen(token);
      const place = (rows: TokenOdds[], rest: Partial<PlaceOdds>): PlaceOdds => ({
        token: rows.find(({ bytes }) => isSame(bytes, token.bytes)),
        rows,
        others: {},
        isWhole: false,
        ...rest,
      });
      if (basis === "shaped") {
        const rows = alternatives.map((each) => oddsOf(each, basis));
        return place(rows, { others: { shaped: restOf(rows, "shaped") }, basis });
      }
      return reweighed(alternatives, tokens.slice(0, index), settings, (rows, rest) =>
        place(rows, { basis, ...rest }),
      );
    },
  };
}

/** An answer grows token by token: what was worked out for one is not worked out again with each that follows. */
const known = new WeakMap<RunToken, AnswerToken>();

function answerToken(token: RunToken, basis: LogprobBasis): AnswerToken {
  const made = known.get(token) ?? {
    ...oddsOf(token, basis),
    ...(basis === "shaped" ? {} : { likeliest: Math.exp(withChosen(token)[0]?.logprob ?? token.logprob) }),
  };
  known.set(token, made);
  return made;
}

type Place = (rows: TokenOdds[], rest: Partial<PlaceOdds>) => PlaceOdds;

function reweighed(
  alternatives: TokenAlternative[],
  before: readonly RunToken[],
  settings: ShapingSettings,
  place: Place,
): PlaceOdds {
  const {
    temperature = 1,
    frequencyPenalty = 0,
    presencePenalty = 0,
    topK = 0,
    topP = 1,
    minP = 0,
  } = settings;
  const unknown: (keyof ShapingSettings)[] = NEEDS_ALL_TOKENS.filter((key) => isSet(settings, key));
  const penalties = alternatives.map(({ bytes }) => {
    const count = before.filter((each) => isSame(each.bytes, bytes)).length;
    return count === 0 ? 0 : frequencyPenalty * count + presencePenalty;
  });
  const isPlain = temperature === 1 && penalties.every((penalty) => penalty === 0);
  const scores = alternatives.map(({ logprob }, at) => logprob - (penalties[at] as number));
  const highest = Math.max(...scores);
  const best = scores.indexOf(highest);
  // At temperature 0 the likeliest alone is left; otherwise the returned tokens keep their ratios.
  const weights = scores.map((score, at) =>
    temperature === 0 ? Number(at === best) : Math.exp((score - highest) / temperature),
  );
  const own = alternatives.map(({ logprob }) => Math.exp(logprob));
  const order = weights
    .map((_, at) => at)
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  const cutBy = new Map<number, CutBy>();
  // A cut that leaves returned tokens only leaves nothing unknown behind.
  let isClosed = temperature === 0;
  if (topK > 0 && topK <= order.length) {
    for (const at of order.splice(topK)) cutBy.set(at, "topK");
    isClosed = true;
  }
  if (topP < 1) {
    const shares = isClosed
      ? normalized(order.map((at) => weights[at] as number))
      : order.map((at) => own[at] as number);
    const taken = isClosed || isPlain ? headOf(shares, topP) : undefined;
    if (taken === undefined) unknown.push("topP");
    else {
      for (const at of order.splice(taken)) cutBy.set(at, "topP");
      isClosed = true;
    }
  }
  if (minP > 0) {
    const floor = minP * (weights[order[0] as number] as number);
    const kept = order.filter((at) => (weights[at] as number) >= floor);
    // One that was returned falls below: so does all that was not.
    isClosed ||= kept.length < order.length;
    for (const at of order.splice(0, order.length, ...kept)) if (!kept.includes(at)) cutBy.set(at, "minP");
  }
  const total = order.reduce((sum, at) => sum + (weights[at] as number), 0);
  const shaped = (at: number) => {
    if (cutBy.has(at)) return 0;
    return !isClosed && isPlain ? (own[at] as number) : (weights[at] as number) / total;
  };
  const rows = alternatives.map((alternative, at) => ({
    ...textOf(alternative),
    own: own[at] as number,
    shaped: shaped(at),
    ...(cutBy.has(at) ? { cutBy: cutBy.get(at) as CutBy } : {}),
  }));
  const restOwn = restOf(rows, "own");
  return place(rows, {
    others: { own: restOwn, ...(isClosed ? { shaped: 0 } : isPlain ? { shaped: restOwn } : {}) },
    ...(isClosed ? { kept: temperature === 0 ? 1 : order.length } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
    isAmongReturned: !isClosed && !isPlain,
  });
}

/** How many of the shares, largest first, reach `share` together; undefined when all of them do not. */
function headOf(shares: number[], share: number): number | undefined {
  let sum = 0;
  for (const [at, each] of shares.entries()) {
    sum += each;
    if (sum >= share) return at + 1;
  }
  return undefined;
}

function normalized(weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function isSet(settings: ShapingSettings, key: (typeof NEEDS_ALL_TOKENS)[number]): boolean {
  if (key === "logitBias") return Object.keys(settings.logitBias ?? {}).length > 0;
  return (settings[key] ?? 1) !== 1;
}

function restOf(rows: TokenOdds[], which: "own" | "shaped"): number {
  return Math.max(0, 1 - rows.reduce((sum, row) => sum + (row[which] ?? 0), 0));
}

/** The returned alternatives with the drawn token among them, likeliest first. */
function withChosen(token: RunToken): TokenAlternative[] {
  const isThere = token.top.some(({ bytes }) => isSame(bytes, token.bytes));
  return [...token.top, ...(isThere ? [] : [token])].sort((a, b) => b.logprob - a.logprob);
}

function oddsOf(token: TokenAlternative, basis: LogprobBasis): TokenOdds {
  const chance = Math.exp(token.logprob);
  const shaped = token.shapedLogprob === undefined ? {} : { shaped: Math.exp(token.shapedLogprob) };
  return { ...textOf(token), ...(basis === "shaped" ? { shaped: chance } : { own: chance, ...shaped }) };
}

const decoder = new TextDecoder();

/** A token that is part of a character has no text of its own; servers escape it in ways of theirs. */
function textOf({ bytes }: TokenAlternative): Pick<TokenOdds, "bytes" | "text"> {
  return { bytes, text: decoder.decode(Uint8Array.from(bytes)) };
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
