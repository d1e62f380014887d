import type { ParameterValues } from "@/lib/catalog/parameters";
import { END } from "@/lib/tiny-model/special-tokens";

/** Sprout may not end its turn, so it writes until its room is full: answers long enough to be interrupted. */
export const LONG_ANSWER: ParameterValues = { logitBias: { [END]: -100 }, temperature: 1 };

/** The same with all odds told: as many bytes as an answer can have. */
export const HEAVY_ANSWER: ParameterValues = { ...LONG_ANSWER, logprobs: true, topLogprobs: 20 };
