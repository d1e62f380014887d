import "server-only";
import * as z from "zod/mini";
import { MODEL_ID_PATTERN } from "@/lib/catalog/models";
import { LIMITS } from "@/lib/limits";

/** The fields of `value` that are set: clients write null for "not given". */
export function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

/** A turn. Besides role and content it may hold what an answer of the door or of OpenAI holds, so that answers can be sent back. */
const messageSchema = z.pipe(
  z.transform(withoutNulls),
  z.strictObject({
    role: z.enum(["system", "developer", "user", "assistant"]),
    content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]),
    reasoning_content: z.optional(z.string()),
    reasoning: z.optional(z.string()),
    annotations: z.optional(z.array(z.unknown())),
    tool_calls: z.optional(z.array(z.unknown()).check(z.maxLength(0))),
  }),
);

/** The part of OpenAI's request that is no parameter; `read-parameters.ts` reads the rest. */
export const chatRequestSchema = z.pipe(
  z.transform(withoutNulls),
  z.looseObject({
    model: z.string().check(z.regex(MODEL_ID_PATTERN)),
    messages: z.array(messageSchema).check(z.minLength(1), z.maxLength(LIMITS.messages)),
    stream: z.optional(z.boolean()),
    stream_options: z.optional(
      z.pipe(
        z.transform(withoutNulls),
        z.strictObject({
          include_usage: z.optional(z.boolean()),
          include_obfuscation: z.optional(z.boolean()),
        }),
      ),
    ),
  }),
);

export type ChatBody = z.infer<typeof chatRequestSchema>;
export type ChatMessage = ChatBody["messages"][number];
