import * as z from "zod/mini";
import { MODEL_ID_PATTERN } from "./catalog/models";
import { PARAMETER_KEYS, type ParameterKey } from "./catalog/parameters";
import { LIMITS } from "./limits";
import { parameterValuesSchema } from "./parameter-schema";
import { SPROUT_SHAPE } from "./tiny-model/model-shape";

const text = z.string().check(z.maxLength(LIMITS.textCharacters));

/** Ids in the vocabulary of the built-in model, no more than it has room for. */
export const exactTokensSchema = z
  .array(z.int().check(z.gte(0), z.lt(SPROUT_SHAPE.vocabularySize)))
  .check(z.minLength(1), z.maxLength(SPROUT_SHAPE.contextTokens));

/**
 * One message. `tokens` are the exact tokens that an assistant's content is made of, which its text alone does not tell;
 * only the built-in model uses them, others never see them. Whether they are those of the content its tokenizer decides.
 */
export const messageSchema = z
  .strictObject({ role: z.enum(["user", "assistant"]), content: text, tokens: z.optional(exactTokensSchema) })
  .check(
    z.refine((message) => message.tokens === undefined || message.role === "assistant", {
      path: ["tokens"],
      error: "assistant_only",
    }),
  );
const messages = z.array(messageSchema).check(z.maxLength(LIMITS.messages));

/** What `refused` may hold: parameters that this model has refused in this session, so that they are left out. */
const parameterKeys = z
  .array(z.enum(PARAMETER_KEYS as [ParameterKey, ...ParameterKey[]]))
  .check(z.maxLength(PARAMETER_KEYS.length));

/** A pane's own `system` and `messages` replace the shared ones. */
export const paneRequestSchema = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  model: z.string().check(z.regex(MODEL_ID_PATTERN)),
  parameters: parameterValuesSchema,
  system: z.optional(text),
  messages: z.optional(messages),
  refused: z.optional(parameterKeys),
});

/** The body of `POST /api/run`: one press, up to eight panes. `id` is a uuid made by the client, claimed once. */
export const runRequestSchema = z
  .strictObject({
    id: z.uuid(),
    system: z.optional(text),
    messages,
    panes: z.array(paneRequestSchema).check(z.minLength(1), z.maxLength(LIMITS.panes)),
  })
  .check(
    z.refine((run) => new Set(run.panes.map((pane) => pane.id)).size === run.panes.length, {
      path: ["panes"],
      error: "duplicate_pane",
    }),
  );

/** The body of `POST /api/run/{id}/stop`: one pane, or all when absent. */
export const stopRequestSchema = z.strictObject({
  pane: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
});

export type Message = z.infer<typeof messageSchema>;
export type PaneRequest = z.infer<typeof paneRequestSchema>;
export type RunRequest = z.infer<typeof runRequestSchema>;

/** What one pane is really asked: the shared parts with the pane's own laid over them. */
export type PanePrompt = {
  model: string;
  parameters: PaneRequest["parameters"];
  system: string;
  messages: Message[];
  refused?: PaneRequest["refused"];
};

/** Folds a run request into the prompt of one of its panes. */
export function panePrompt(run: Pick<RunRequest, "system" | "messages">, pane: PaneRequest): PanePrompt {
  return {
    model: pane.model,
    parameters: pane.parameters,
    system: pane.system ?? run.system ?? "",
    messages: pane.messages ?? run.messages,
    ...(pane.refused ? { refused: pane.refused } : {}),
  };
}
