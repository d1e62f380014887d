import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { support } from "@/lib/catalog/support";
import type { Target } from "@/lib/catalog/targets";
import { useDeskPart, useDeskTools } from "./desk-context";
import { findPane, refusalsOf } from "@/lib/playground/experiment";
import { useHold } from "./lockable";
import { isToCome, useRunsStatus } from "./use-runs";

/** How many alternatives are asked for: what every server that returns any takes. */
const ALTERNATIVES = 5;

/** Why an answer has no odds, and where its model can return some, the press that asks for them. */
export function RunWithOdds({
  pane,
  target,
  model,
}: {
  pane: string;
  target: Target | undefined;
  model: string;
}) {
  const t = useTranslations("lens");
  const desk = useTranslations("desk");
  const { store, runs } = useDeskTools();
  const isHeld = useHold("logprobs") !== undefined;
  const { series } = useRunsStatus(runs);
  const areAlternativesHeld = useHold("topLogprobs") !== undefined;
  const isTaken = useDeskPart((desk) => {
    const { parameters, model: id } = findPane(desk, pane);
    const verdict = support("logprobs", target, { ...parameters, logprobs: true }, refusalsOf(desk, id));
    return !("reason" in verdict);
  });
  if (!isTaken) return <p className="mt-1 text-xs text-mute">{t("neverOdds", { model })}</p>;
  const runWithOdds = () => {
    store.dispatch({ type: "setParameter", pane, key: "logprobs", value: true });
    // What a link holds is moved by no shortcut: then there are as many as it says.
    if (!areAlternativesHeld)
      store.dispatch({ type: "setParameter", pane, key: "topLogprobs", value: ALTERNATIVES });
    // The same again: what has been typed since is for a press of Run.
    void runs.play([pane], 1, { asItStands: true });
  };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2 text-xs text-mute">
      {t("noOdds", { model })}
      {isHeld ? (
        <span>{desk("lockedNamed", { what: t("runForOdds") })}</span>
      ) : (
        <Button size="small" disabled={isToCome(series, pane)} onClick={runWithOdds}>
          {t("runForOdds")}
        </Button>
      )}
    </div>
  );
}
