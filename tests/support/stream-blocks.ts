export const DONE = "data: [DONE]\n\n";

/** One event of a Chat Completions stream. */
export function data(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

type Choice = { content?: string | null; finish?: string | null; more?: object; logprobs?: unknown };

/** A Chat Completions chunk with one choice; `more` adds to the delta. */
export function chunk(
  { content, finish = null, more = {}, logprobs }: Choice,
  envelope: object = {},
): string {
  const delta = { ...(content === undefined ? {} : { content }), ...more };
  const choice = { index: 0, delta, finish_reason: finish, ...(logprobs ? { logprobs } : {}) };
  return data({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "served-model",
    choices: [choice],
    ...envelope,
  });
}

export const USAGE = data({
  id: "chatcmpl-1",
  object: "chat.completion.chunk",
  model: "served-model",
  choices: [],
  usage: {
    prompt_tokens: 9,
    completion_tokens: 5,
    total_tokens: 14,
    completion_tokens_details: { reasoning_tokens: 0 },
  },
});

/** One event of a Responses stream. */
export function response(type: string, more: object = {}): string {
  return `event: ${type}\n${data({ type, sequence_number: 1, ...more })}`;
}

export const RESPONSE = { id: "resp_1", object: "response", model: "served-model", output: [] };
const RESPONSES_USAGE = { input_tokens: 9, output_tokens: 5, output_tokens_details: { reasoning_tokens: 2 } };

/** A whole Responses stream: its beginning, `middle`, and its terminal event. */
export function responses(middle: string[], last: string): string[] {
  return [
    response("response.created", { response: { ...RESPONSE, status: "in_progress" } }),
    response("response.in_progress", { response: { ...RESPONSE, status: "in_progress" } }),
    response("response.output_item.added", { item: { type: "message", content: [] } }),
    ...middle,
    last,
  ];
}

export const COMPLETED = response("response.completed", {
  response: { ...RESPONSE, status: "completed", usage: RESPONSES_USAGE },
});
