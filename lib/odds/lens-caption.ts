import type { ShapingSettings } from "../tiny-model/shape-logits";
import type { PlaceOdds, TokenOdds } from "./odds";

/** How often in a hundred draws, in whole numbers that do not lie: "more than 99" is not 100, "less than 1" is not 0. */
export type TimesInHundred = { kind: "count" | "over" | "under"; count: number };

export function timesInHundred(chance: number): TimesInHundred {
  const count = Math.round(100 * chance);
  if (count === 100 && chance < 1) return { kind: "over", count: 99 };
  if (count === 0 && chance > 0) return { kind: "under", count: 1 };
  return { kind: "count", count };
}

/** What the figures of a place come to: its likeliest token after the faders, and how often it is drawn with and without them. */
export type LensCaption = {
  /** "same": the faders change something, but nothing that these figures show. */
  kind: "own" | "same" | "temperature" | "faders";
  token: TokenOdds;
  shaped: TimesInHundred;
  own?: TimesInHundred;
  temperature: number;
};

/** Undefined where the odds after the faders are not known. */
export function lensCaption(place: PlaceOdds, settings: ShapingSettings): LensCaption | undefined {
  const token = place.rows.reduce<TokenOdds | undefined>(
    (best, row) => ((row.shaped ?? 0) > (best?.shaped ?? 0) ? row : best),
    undefined,
  );
  if (token?.shaped === undefined || place.isAmongReturned) return undefined;
  const { temperature = 1 } = settings;
  const shaped = timesInHundred(token.shaped);
  const own = token.own === undefined ? undefined : timesInHundred(token.own);
  const isSame = own?.kind === shaped.kind && own.count === shaped.count;
  const kind = isSame ? "same" : onlyTemperature(settings) ? "temperature" : "faders";
  return {
    kind: own && isSameEverywhere(place) ? "own" : kind,
    token,
    shaped,
    ...(own ? { own } : {}),
    temperature,
  };
}

function isSameEverywhere({ rows }: PlaceOdds): boolean {
  return rows.every(({ own = 0, shaped = 0 }) => Math.abs(own - shaped) < 1e-9);
}

/** Whether no other fader does anything. */
function onlyTemperature(settings: ShapingSettings): boolean {
  const { logitBias = {}, repetitionPenalty = 1, frequencyPenalty = 0, presencePenalty = 0 } = settings;
  const { topK = 0, typicalP = 1, topP = 1, minP = 0 } = settings;
  return (
    Object.keys(logitBias).length === 0 &&
    repetitionPenalty === 1 &&
    frequencyPenalty === 0 &&
    presencePenalty === 0 &&
    topK === 0 &&
    typicalP === 1 &&
    topP === 1 &&
    minP === 0
  );
}
