import "server-only";
import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import type { Target } from "@/lib/catalog/targets";
import type { ParameterValues } from "@/lib/catalog/parameters";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Texts } from "../texts";
import { countAt, isObject, textAt } from "../json-fields";
import type { Delta } from "./delta";
import { readFacts } from "./facts";
import { mask } from "./mask";
import { findRefusal, type Refusal } from "./refused-parameter";
import { readRetryAfter } from "./retry-after";

const OUT_OF_CREDIT =
  /insufficient_quota|insufficient_balance|insufficient balance|billing_hard_limit|exceeded your current quota|depleted your|out of credits|payment required/i;
const TOO_LONG =
  /context_length|maximum context|context (?:length|size|window)|exceeds? the (?:available )?context|too many tokens|prompt is too long|input is too long|string_above_max_length/i;
const FILTERED = /content_filter|content_policy|content management policy|safety system|invalid_prompt/i;
const NO_SUCH_MODEL =
  /model_not_found|model[^.]{0,140}(?:not found|does not exist|not exist|no longer|is not supported)|not supported by (?:any )?provider|no such model|unknown model/i;
const LOADING = /loading|warming up/i;
const RATE = /rate.?limit|too many requests|overloaded/i;

export type FailureContext = {
  target: Target;
  host: string;
  key: string | undefined;
  /** What was set, so that a refusal can be laid at one parameter's door. */
  parameters: ParameterValues;
  texts: Texts;
};

/** A provider's refusal or failure; `refusal` names the parameter at fault where one was named. */
export class ProviderError extends AppError {
  constructor(
    code: ErrorCode,
    detail: AppError["detail"],
    readonly refusal?: Refusal,
  ) {
    super(code, detail);
  }
}

/** Whatever went wrong on the way to a provider, as one of our own errors: its code, and what the provider says of it. */
export function toFailure(error: unknown, context: FailureContext): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof AppError) return failure(error.code, context, error.detail);
  if (error instanceof APIConnectionTimeoutError) return failure("provider_silent", context);
  if (error instanceof APIConnectionError) return failure("provider_unreachable", context);
  if (!(error instanceof APIError)) return failure("provider_unreachable", context);
  const { status = 0, headers } = error as APIError;
  const body = error.error;
  const said = textAt(body, "message") ?? (isObject(body) ? JSON.stringify(body) : "");
  const isRefusal = status === 400 || status === 422;
  const refusal = isRefusal ? findRefusal(body, context.target, context.parameters) : undefined;
  const told = codeOf(status, `${textAt(body, "code") ?? ""} ${textAt(body, "type") ?? ""} ${said}`, body);
  const code = refusal && told === "provider_refused" ? "refused_parameter" : told;
  const estimate = countAt(body, "estimated_time");
  return failure(
    code,
    context,
    {
      // A redirect is no status of an error; our own stands for it.
      ...(status >= 400 ? { status } : {}),
      said,
      retryAfterMs:
        readRetryAfter(headers ?? new Headers()) ?? (estimate === undefined ? undefined : estimate * 1000),
      upstream: readFacts(headers ?? new Headers()),
    },
    code === "refused_parameter" ? refusal : undefined,
  );
}

/** A failure that a provider tells of in the middle of its stream. */
export function fromStream(
  { said, code }: NonNullable<Delta["error"]>,
  context: FailureContext,
): ProviderError {
  return failure(codeOf(500, `${code ?? ""} ${said}`, undefined), context, { said });
}

function codeOf(status: number, told: string, body: unknown): ErrorCode {
  if (status < 400) return "provider_odd";
  if (status === 401) return "bad_key";
  if (status === 402 || OUT_OF_CREDIT.test(told)) return "no_credit";
  if (FILTERED.test(told)) return "filtered";
  if (status === 413 || TOO_LONG.test(told)) return "too_long";
  if (status === 404 || status === 410 || (status < 500 && NO_SUCH_MODEL.test(told))) return "model_gone";
  if (status === 403) return "no_permission";
  if (status === 503 && (LOADING.test(told) || (isObject(body) && "estimated_time" in body)))
    return "model_loading";
  if (status === 429 || (status >= 500 && RATE.test(told) && status !== 503)) return "rate_limited";
  return status >= 500 || status === 408 ? "provider_failed" : "provider_refused";
}

/** Fills in whom and what the message is about, and masks what they said. */
function failure(
  code: ErrorCode,
  { target, host, key, texts }: FailureContext,
  { said = "", ...detail }: AppError["detail"] = {},
  refusal?: Refusal,
): ProviderError {
  const masked = mask(said, key);
  const name: Record<string, string> = refusal
    ? { name: texts(`parameters.${refusal.parameter}.label`) }
    : {};
  const values = { provider: target.provider.label, model: target.rest, host, ...name, ...detail.values };
  const path = refusal ? { path: refusal.parameter } : {};
  return new ProviderError(
    code,
    { ...detail, ...path, values, ...(masked === "" ? {} : { said: masked }) },
    refusal,
  );
}
