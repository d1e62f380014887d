import "server-only";
import type { ErrorCode } from "@/lib/errors";

/** What is said of a refusal or failure at the OpenAI-compatible door. */
export type DoorProblem = {
  status: number;
  code: string;
  message: string;
  /** The field at fault, by the name that the client used. */
  param?: string;
  retryAfterMs?: number;
};

/** A refusal with its message already in the reader's language. */
export class DoorError extends Error {
  override readonly name = "DoorError";

  constructor(readonly problem: DoorProblem) {
    super(problem.code);
  }
}

type Habit = { status?: number; code?: string; param?: string };

/** Where OpenAI has a name or a status of its own for what Fader says otherwise: programs look for theirs. */
const HABITS: Partial<Record<ErrorCode, Habit>> = {
  invalid_request: { status: 400 },
  empty_prompt: { status: 400, param: "messages" },
  bad_key_form: { status: 400 },
  unknown_model: { code: "model_not_found", param: "model" },
  model_gone: { code: "model_not_found", param: "model" },
  context_overflow: { status: 400, code: "context_length_exceeded", param: "messages" },
  too_long: { code: "context_length_exceeded", param: "messages" },
  rate_limited: { code: "rate_limit_exceeded" },
  key_missing: { code: "invalid_api_key" },
  bad_key: { code: "invalid_api_key" },
  no_credit: { code: "insufficient_quota" },
};

function habitOf(code: string): Habit {
  return Object.hasOwn(HABITS, code) ? (HABITS[code as ErrorCode] ?? {}) : {};
}

const TYPES: Record<number, string> = {
  401: "authentication_error",
  402: "insufficient_quota",
  403: "permission_error",
  429: "rate_limit_error",
};

/** The HTTP status of a problem; what is none of a failure counts as a provider's fault. */
export function statusOf({ code, status }: DoorProblem): number {
  const used = habitOf(code).status ?? status;
  return used >= 400 && used <= 599 ? used : 502;
}

/** OpenAI's shape of an error, as a refusal's body and inside a stream. */
export function errorBody(problem: DoorProblem) {
  const status = statusOf(problem);
  const { code = problem.code, param = problem.param ?? null } = habitOf(problem.code);
  const type = TYPES[status] ?? (status >= 500 ? "server_error" : "invalid_request_error");
  return { error: { message: problem.message, type, param: problem.param ?? param, code } };
}

/** The whole refusal. `retry-after` counts whole seconds, never too few. */
export function problemAnswer(problem: DoorProblem): Response {
  const { retryAfterMs } = problem;
  const headers: Record<string, string> =
    retryAfterMs === undefined ? {} : { "retry-after": String(Math.ceil(retryAfterMs / 1000)) };
  return Response.json(errorBody(problem), { status: statusOf(problem), headers });
}
