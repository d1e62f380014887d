import "server-only";
import { AppError, ERRORS, type ErrorCode } from "@/lib/errors";
import { newId } from "@/lib/new-id";
import { errorText } from "./error-text";
import { FieldError, fieldText } from "./field-error";
import { logFault } from "./log-fault";
import type { Texts } from "./texts";

/** The one shape of every refusal: `{error: {code, message, path?}}`, the message in the reader's language. */
export function problemResponse(error: unknown, texts: Texts): Response {
  if (error instanceof FieldError) return refuse("invalid_request", fieldText(error, texts), error.path);
  if (error instanceof AppError) return forPrograms(refusalOf(error, texts), error.detail.retryAfterMs);
  const id = newId();
  logFault(id, error);
  return refuse("internal", texts("fields.reference", { sentence: texts("errors.internal"), id }));
}

function refusalOf(error: AppError, texts: Texts): Response {
  return refuse(error.code, errorText(error, texts), error.detail.path);
}

/** Tells programs how long to wait, in whole seconds, and how a password is sent. */
function forPrograms(response: Response, retryAfterMs: number | undefined): Response {
  if (retryAfterMs !== undefined) response.headers.set("retry-after", String(Math.ceil(retryAfterMs / 1000)));
  if (response.status === 401) response.headers.set("www-authenticate", "Bearer");
  return response;
}

function refuse(code: ErrorCode, message: string, path?: string): Response {
  const error = path === undefined || path === "" ? { code, message } : { code, message, path };
  return Response.json({ error }, { status: ERRORS[code].status });
}
