/** Every error Fader gives: HTTP status and whether trying again may help. `lib/messages` has `errors.<code>` for each. */
const REQUEST_ERRORS = {
  invalid_json: { status: 400, retryable: false },
  invalid_request: { status: 422, retryable: false },
  body_too_large: { status: 413, retryable: false },
  unsupported_media_type: { status: 415, retryable: false },
  unknown_host: { status: 421, retryable: false },
  cross_site: { status: 403, retryable: false },
  not_found: { status: 404, retryable: false },
  run_exists: { status: 409, retryable: false },
  too_many_runs: { status: 429, retryable: true },
  internal: { status: 500, retryable: true },
} as const;

/** Errors that a pane's stream may end with. */
const RUN_ERRORS = {
  unknown_model: { status: 404, retryable: false },
  empty_prompt: { status: 422, retryable: false },
  context_overflow: { status: 422, retryable: false },
  model_failed: { status: 500, retryable: true },
  model_missing: { status: 503, retryable: false },
} as const;

/** Errors that only the page itself can see. */
const PAGE_ERRORS = {
  network: { status: 0, retryable: true },
} as const;

export const ERRORS = { ...REQUEST_ERRORS, ...RUN_ERRORS, ...PAGE_ERRORS } as const;
export type ErrorCode = keyof typeof ERRORS;
export type RunErrorCode = ErrorCode;

/** A refusal with a code from the table; `values` fill the placeholders of its message, `path` names the field. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    readonly detail: { path?: string; values?: Record<string, string | number> } = {},
  ) {
    super(code);
  }
}
