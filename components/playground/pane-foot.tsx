import { useTranslations } from "use-intl";
import { StatusDot } from "@/components/ui/status-dot";
import { shortNumber } from "@/lib/plain-numbers";
import { isRunning, type Run } from "@/lib/run";
import { useTarget } from "./desk-context";
import { useMoney } from "./use-money";

/** The state of a run in one word, the same words everywhere. */
export function useStateWord(): (run: Run) => string {
  const t = useTranslations("pane");
  return (run) => {
    if (run.state === "waiting" || run.state === "streaming") return t(run.state);
    return run.state === "failed" || !run.end ? t("failed") : t(`ends.${run.end.reason}`);
  };
}

function tone(run: Run): "ok" | "busy" | "warn" | "error" {
  if (isRunning(run)) return "busy";
  if (run.state === "failed") return "error";
  return run.end?.reason === "complete" ? "ok" : "warn";
}

/** One line under an answer: state, tokens in and out, time to first token, speed, and the way to what was sent. */
export function PaneFoot({ run, onSent }: { run: Run; onSent: () => void }) {
  const isFree = useTarget(run.start?.model ?? "")?.provider.isFree ?? false;
  const t = useTranslations("pane");
  const stateWord = useStateWord();
  const { usage, end } = run;
  const timings = end?.timings;
  return (
    <footer className="flex min-h-9 items-center gap-3 overflow-hidden border-t border-line px-3.5 py-1.5 text-xs whitespace-nowrap text-mute">
      {/* What does not fit wraps out of sight, whole: never half a figure. */}
      <div className="flex h-5 min-w-0 flex-1 flex-wrap items-center gap-x-3 overflow-hidden leading-5">
        <span className="flex items-center gap-1.5">
          <StatusDot tone={tone(run)} />
          {stateWord(run)}
        </span>
        {usage && (
          <span>
            {t(usage.source === "estimate" ? "aboutTokens" : "tokens", {
              input: usage.input,
              output: usage.output,
              reasoning: usage.reasoning ?? 0,
            })}
          </span>
        )}
        {usage && !isFree && <Cost usage={usage} />}
        {timings && timings.firstTokenMs > 0 && (
          <span title={t("firstToken", { ms: Math.round(timings.firstTokenMs) })}>
            {t("milliseconds", { ms: Math.round(timings.firstTokenMs) })}
          </span>
        )}
        {timings && timings.tokensPerSecond > 0 && (
          <span className="@max-md:hidden">{t("speed", { rate: shortNumber(timings.tokensPerSecond) })}</span>
        )}
      </div>
      {run.start && (
        <button
          type="button"
          onClick={onSent}
          className="min-h-6 shrink-0 cursor-pointer underline underline-offset-2 hover:text-ink"
        >
          {t("sent", { leftOut: run.start.dropped.length })}
        </button>
      )}
    </footer>
  );
}

/** What the answer cost, or that nobody here knows. */
function Cost({ usage }: { usage: NonNullable<Run["usage"]> }) {
  const t = useTranslations("pane");
  const money = useMoney();
  if (usage.costMicroUsd === undefined) return <span title={t("costUnknownHint")}>{t("costUnknown")}</span>;
  const cost = money(usage.costMicroUsd);
  return <span>{usage.source === "estimate" ? t("costAbout", { cost }) : cost}</span>;
}
