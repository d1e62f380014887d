import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { isParameterKey } from "@/lib/catalog/parameters";
import type { ErrorCode } from "@/lib/errors";
import type { RunRecord } from "@/lib/playground/experiment";
import { holdOf } from "@/lib/playground/hold";
import { useDeskPart, useDeskTools } from "./desk-context";
import { useErrorText } from "./use-error-text";
import { isToCome, useRunsStatus } from "./use-runs";

/** Errors that a key of one's own may mend. */
const ABOUT_KEYS = new Set<ErrorCode>([
  "key_missing",
  "bad_key",
  "no_credit",
  "no_permission",
  "no_access_rule",
]);

/** Why an answer failed or was cut, in the reader's words with the provider's own behind them, and the next step. */
export function FailureNotice({ pane, record }: { pane: string; record: RunRecord }) {
  const t = useTranslations();
  const { runs, store, openKeys } = useDeskTools();
  const errorText = useErrorText();
  const { error, end } = record.run;
  const isAgainAnyway = isToCome(useRunsStatus(runs).series, pane);
  const seconds = useCountdown(error?.retryAfterMs ?? 0);
  const refused = error?.code === "refused_parameter" ? error.parameter : undefined;
  const parameter = refused !== undefined && isParameterKey(refused) ? refused : undefined;
  // What a link holds is moved by no shortcut either.
  const isHeld = useDeskPart((desk) => parameter !== undefined && holdOf(desk, parameter) !== undefined);
  if (!error && end?.reason !== "cut") return null;
  const resetLabel = parameter ? t("pane.resetFader", { name: t(`parameters.${parameter}.label`) }) : "";
  // The same again: what has been typed since is for a press of Run.
  const again = () => void runs.play([pane], 1, { asItStands: true });
  const action = parameter
    ? {
        label: resetLabel,
        onClick: () => store.dispatch({ type: "setParameter", pane, key: parameter, value: undefined }),
      }
    : error && ABOUT_KEYS.has(error.code)
      ? { label: t("pane.addKey"), onClick: openKeys }
      : error?.code === "sign_in_needed"
        ? { label: t("signIn.enter"), onClick: () => location.assign("/sign-in") }
        : (!error || error.retryable) && !isAgainAnyway
          ? { label: seconds > 0 ? t("pane.again", { seconds }) : t("pane.runAgain"), onClick: again }
          : undefined;
  const said = error?.said;
  return (
    <Notice tone="error" action={isHeld ? undefined : action}>
      {error ? errorText(error) : t("pane.cutHint")}
      {said && (
        <span className="mt-1 block text-mute">
          {t("pane.said", { provider: String(error.values?.provider ?? ""), said })}
        </span>
      )}
      {isHeld && <span className="mt-1 block">{t("desk.lockedNamed", { what: resetLabel })}</span>}
    </Notice>
  );
}

/** Whole seconds until a wait that was asked for is over; 0 when there is none. One for each failure: give it a key. */
function useCountdown(waitMs: number): number {
  const [seconds, setSeconds] = useState(Math.ceil(waitMs / 1000));
  useEffect(() => {
    if (waitMs <= 0) return;
    const endsAt = Date.now() + waitMs;
    const timer = setInterval(() => {
      const left = Math.max(0, endsAt - Date.now());
      setSeconds(Math.ceil(left / 1000));
      if (left === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [waitMs]);
  return seconds;
}
