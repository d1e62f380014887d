import type { DialectId } from "./dialects";
import type { ParameterKey, Requirement } from "./parameters";
import type { ProviderRow } from "./providers";

/**
 * What models of one make have in common where it departs from their provider's dialect. Ids that match no row are
 * allowed everything: new models appear weekly, and a refusal is learned from the answer.
 */
export type FamilyRow = {
  provider: string;
  pattern: RegExp;
  /** Another dialect than the provider's. */
  dialect?: DialectId;
  refuses?: readonly ParameterKey[];
  needs?: Partial<Record<ParameterKey, Requirement>>;
  /** The words that a choice may take here. */
  values?: Partial<Record<ParameterKey, readonly string[]>>;
  /** True where the model may think for minutes before its first word. */
  thinks?: boolean;
};

const PENALTIES = ["frequencyPenalty", "presencePenalty", "logitBias", "stop"] as const;
const ODDS = ["temperature", "topP", "logprobs", "topLogprobs"] as const;

/** "When reasoning effort is not none, remove temperature, top_p, logprobs and top_logprobs" (OpenAI's checklist). */
function onlyWithEffortNone(isDefault = false): FamilyRow["needs"] {
  const need: Requirement = { parameter: "reasoningEffort", value: "none", orUnset: isDefault };
  return Object.fromEntries(ODDS.map((key) => [key, need]));
}

type Rest = Omit<FamilyRow, "provider" | "pattern">;

function openai(ids: string, rest: Rest): FamilyRow {
  // A dated snapshot (gpt-5-2026-01-01) and a fine-tuned model (ft:gpt-4o:...) behave as what they are made of.
  return {
    provider: "openai",
    pattern: new RegExp(`^(?:ft:)?(?:${ids})(?:-\\d{4}-\\d\\d-\\d\\d)?(?::|$)`),
    ...rest,
  };
}

function thinking(efforts: string, rest: Rest = {}): Rest {
  return { thinks: true, values: { reasoningEffort: efforts.split(" ") }, ...rest };
}

const NEVER = { refuses: [...ODDS, ...PENALTIES] } as const;
const WITHOUT_PENALTIES = { refuses: PENALTIES } as const;

/** The first row that matches holds. Facts as of 2026-11-23: OpenAI's documentation and types, models.dev, LiteLLM. */
export const FAMILIES: readonly FamilyRow[] = [
  openai("gpt-4o|gpt-4o-mini|gpt-4\\.1|gpt-4\\.1-mini", { refuses: ["reasoningEffort", "verbosity"] }),
  openai("o3", thinking("low medium high", { refuses: [...ODDS, ...PENALTIES, "verbosity"] })),
  openai("gpt-5|gpt-5-mini|gpt-5-nano", thinking("minimal low medium high", NEVER)),
  openai(
    "gpt-5\\.1",
    thinking("none low medium high", { ...WITHOUT_PENALTIES, needs: onlyWithEffortNone(true) }),
  ),
  openai(
    "gpt-5\\.(?:2|4|5)(?:-mini|-nano)?",
    thinking("none low medium high xhigh", { ...WITHOUT_PENALTIES, needs: onlyWithEffortNone() }),
  ),
  openai(
    "gpt-5\\.6-\\w+|gpt-6-sol|gpt-6-luna|gpt-6\\.1-terra",
    thinking("none low medium high xhigh max", { ...WITHOUT_PENALTIES, needs: onlyWithEffortNone() }),
  ),
  openai("gpt-6-astra|gpt-6\\.[12]-\\w+", thinking("low medium high xhigh max", NEVER)),
  openai("gpt-5(?:\\.\\d)?-pro", { ...thinking("medium high xhigh", NEVER), dialect: "responses" }),
  openai(
    "o1-pro|o3-pro|o\\d[\\w-]*-deep-research|gpt-[\\w.-]*codex[\\w-]*|codex[\\w-]*|computer-use-preview",
    {
      ...NEVER,
      dialect: "responses",
      thinks: true,
    },
  ),
  // Providers behind the router that answer 400 to these (their own documentation).
  { provider: "huggingface", pattern: /:groq$/, refuses: ["logprobs", "topLogprobs", "logitBias"] },
  {
    provider: "huggingface",
    pattern: /:cerebras$/,
    refuses: ["frequencyPenalty", "presencePenalty", "logitBias"],
  },
];

/** The family of a model id without its provider, or undefined when no row knows it. */
export function findFamily(provider: string, rest: string): FamilyRow | undefined {
  return FAMILIES.find((family) => family.provider === provider && family.pattern.test(rest));
}

/** Ids in OpenAI's list that write no text: sound, pictures, embeddings, moderation, legacy completions. */
const NO_CHAT =
  /embedding|whisper|tts|dall-e|image|sora|moderation|realtime|transcribe|audio|^(?:davinci|babbage)|instruct/;

/** Whether a listed id can be talked to. Ids that are not listed may be tried all the same. */
export function isChatModel(provider: ProviderRow, rest: string): boolean {
  return provider.dialect !== "openai" || !NO_CHAT.test(rest);
}
