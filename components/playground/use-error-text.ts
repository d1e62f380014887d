import { useTranslations } from "use-intl";
import type { Run } from "@/lib/run";

/** An error in the reader's words and language; the server's own text where it says more than the code. */
export function useErrorText(): (
  error: Pick<NonNullable<Run["error"]>, "code" | "message" | "values">,
) => string {
  const t = useTranslations("errors");
  return ({ code, message, values }) => {
    if (values || !message || TEXT_FROM_CODE.has(code)) return t(code, values as never);
    return message;
  };
}

/** Codes whose message needs no further figures, so it can follow a change of language. */
const TEXT_FROM_CODE = new Set<string>([
  "empty_prompt",
  "stopped_by_operator",
  "restarting",
  "insecure_key",
  "sign_in_needed",
  "model_failed",
  "too_many_runs",
  "run_exists",
  "network",
  "internal",
]);
