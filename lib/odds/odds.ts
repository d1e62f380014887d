import type { CutBy, ShapingSettings } from "../tiny-model/shape-logits";

/**
 * What a server's logprobs are: the model's own ("raw"), those after its faders ("shaped"), or nobody says ("unknown":
 * taken for raw, which they are where no fader is set).
 */
export type LogprobBasis = "raw" | "shaped" | "unknown";

/** A token that stands or might have stood at a place, with its chances from 0 to 1. What is not known is undefined. */
export type TokenOdds = {
  /** Sprout's number of the token; other models tell only its bytes. */
  id?: number;
  /** Empty for the end of the answer. Bytes that are no whole character show as U+FFFD: join `bytes`. */
  bytes: readonly number[];
  text: string;
  /** The model's own odds, before any fader. */
  own?: number;
  /** The odds after the faders; 0 for a token that a fader cut. */
  shaped?: number;
  /** The fader that took its chance. */
  cutBy?: CutBy;
};

/** A place in an answer: what might stand there, likeliest by the model's own odds first. */
export type PlaceOdds = {
  /** What does stand there, if anything yet; it is among `rows`, too. */
  token?: TokenOdds;
  rows: TokenOdds[];
  /** All tokens that are not in `rows` together, and how many they are where all are known. */
  others: { own?: number; shaped?: number; count?: number };
  /** How many tokens the faders left a chance; undefined where the model tells only some of them. */
  kept?: number;
  /** Whether every token's odds are known, or only the returned ones. */
  isWhole: boolean;
  /** What the returned odds are, where only some are. */
  basis?: LogprobBasis;
  /** Faders that are set but whose work cannot be told from the returned odds. */
  unknown?: (keyof ShapingSettings)[];
  /** Whether `shaped` are shares among the returned tokens only, because the rest is not known. */
  isAmongReturned?: boolean;
};

/**
 * A token of an answer, with the odds it was drawn with; `kept` as in `PlaceOdds`, of `all` that the model could have said.
 * `likeliest` is the model's own odds of the likeliest token at its place.
 */
export type AnswerToken = TokenOdds & { kept?: number; all?: number; likeliest?: number };

/** An answer taken apart. `placeAt` gives what might have stood at a place under the settings given. */
export type AnswerOdds = {
  tokens: readonly AnswerToken[];
  /** Numbers of the tokens before it that the model was given, where all are known. */
  given?: readonly number[];
  placeAt: (index: number, settings: ShapingSettings) => PlaceOdds;
};
