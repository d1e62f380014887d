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
  sign_in_needed: { status: 401, retryable: false },
  wrong_password: { status: 401, retryable: false },
  too_many_tries: { status: 429, retryable: true },
  insecure_key: { status: 403, retryable: false },
  bad_key_form: { status: 422, retryable: false },
  link_unknown: { status: 404, retryable: false },
  link_expired: { status: 410, retryable: false },
  link_unreadable: { status: 500, retryable: false },
  link_too_large: { status: 413, retryable: false },
  wrong_delete_key: { status: 403, retryable: false },
  too_many_links: { status: 429, retryable: true },
  links_full: { status: 507, retryable: false },
  storage_full: { status: 507, retryable: true },
  storage_failed: { status: 503, retryable: true },
  storage_newer: { status: 503, retryable: false },
  restarting: { status: 503, retryable: true },
  internal: { status: 500, retryable: true },
} as const;

/** Errors that a pane's stream may end with. */
const RUN_ERRORS = {
  unknown_model: { status: 404, retryable: false },
  empty_prompt: { status: 422, retryable: false },
  context_overflow: { status: 422, retryable: false },
  wrong_tokens: { status: 422, retryable: false },
  model_failed: { status: 500, retryable: true },
  model_missing: { status: 503, retryable: false },
  key_missing: { status: 401, retryable: false },
  no_access_rule: { status: 403, retryable: false },
  stopped_by_operator: { status: 503, retryable: true },
  bad_key: { status: 401, retryable: false },
  no_permission: { status: 403, retryable: false },
  no_credit: { status: 402, retryable: false },
  rate_limited: { status: 429, retryable: true },
  model_gone: { status: 404, retryable: false },
  model_loading: { status: 503, retryable: true },
  too_long: { status: 400, retryable: false },
  filtered: { status: 400, retryable: false },
  refused_parameter: { status: 400, retryable: false },
  provider_refused: { status: 400, retryable: false },
  provider_failed: { status: 502, retryable: true },
  provider_odd: { status: 502, retryable: true },
  provider_unreachable: { status: 502, retryable: true },
  provider_silent: { status: 504, retryable: true },
  provider_resting: { status: 503, retryable: true },
} as const;

/** Errors that only the page itself can see. */
const PAGE_ERRORS = {
  network: { status: 0, retryable: true },
} as const;

export const ERRORS = { ...REQUEST_ERRORS, ...RUN_ERRORS, ...PAGE_ERRORS } as const;
export type ErrorCode = keyof typeof ERRORS;
export type RunErrorCode = ErrorCode;

const BRAND = Symbol.for("fader.AppError");

export type ErrorDetail = {
  path?: string;
  values?: Record<string, string | number>;
  /** A provider's HTTP status, its own words, how long it asks to wait, and what its headers told. */
  status?: number;
  said?: string;
  retryAfterMs?: number;
  upstream?: { requestId?: string; rateLimits?: Record<string, string> };
};

/** A refusal with a code from the table; `values` fill the placeholders of its message, `path` names the field. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly [BRAND] = true;

  /** By mark, not by class: each bundled route has a class of its own, and they share objects that throw. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== AppError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === "object" && value !== null && BRAND in value;
  }

  constructor(
    readonly code: ErrorCode,
    readonly detail: ErrorDetail = {},
  ) {
    super(code);
  }
}
