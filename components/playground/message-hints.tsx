import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import { SPROUT } from "@/lib/catalog/models";
import { ceilingOf, ceilingTimes, followedLengths, type Ceiling } from "@/lib/playground/ceiling";
import { timesOf } from "@/lib/playground/experiment";
import { unfilledNames } from "@/lib/playground/prompt-texts";
import { FIRST_PROMPT } from "@/lib/playground/first-visit";
import { SUGGESTED_PROMPTS } from "@/lib/tiny-model/suggested-prompts";
import { useDeskPart, useDeskTools } from "./desk-context";
import { useHold } from "./lockable";
import { useModels } from "./model-shelf";
import { RunAsIMove } from "./run-as-i-move";
import { RunButtons } from "./run-buttons";
import { useMoney } from "./use-money";
import { useRunsStatus } from "./use-runs";
import { useSproutReader } from "./use-sprout-reader";

/** Below the message: what to try, what Sprout cannot read or hold, Run, and what a run comes to. */
export function MessageHints() {
  const t = useTranslations("desk");
  const { store, runs } = useDeskTools();
  const { isEmptyPress, unfilled } = useRunsStatus(runs);
  const experiment = useDeskPart((desk) => desk.experiment);
  const { panes, message } = experiment;
  const names = unfilled ? unfilledNames(experiment, unfilled.panes, unfilled.asItStands) : [];
  const times = useDeskPart(timesOf);
  const isMessageFree = useHold("message") === undefined;
  const { readable, room } = useSproutReader();
  const isSproutHere = panes.some((pane) => pane.model === SPROUT.id);
  const tooLong = room !== undefined && room >= SPROUT.contextTokens;
  const isSeedFixed = panes.some((pane) => pane.parameters.seed !== undefined);
  const suggestions = [...new Set([FIRST_PROMPT, ...SUGGESTED_PROMPTS])]
    .filter((prompt) => prompt !== message)
    .slice(0, 6);
  return (
    <>
      {isEmptyPress && message.trim() === "" && <Notice tone="error">{t("nothingToRun")}</Notice>}
      {names.length > 0 && (
        <Notice tone="error">
          {t("unfilled", { names: names.map((name) => `{{${name}}}`).join(", ") })}
        </Notice>
      )}
      {isSproutHere && !readable && <Notice tone="warn">{t("unreadable")}</Notice>}
      {tooLong && <Notice tone="warn">{t("roomFull", { used: room, all: SPROUT.contextTokens })}</Notice>}
      {isSproutHere && isMessageFree && (
        <ul aria-label={t("suggestions")} className="mt-2.5 flex flex-wrap gap-1.5">
          {suggestions.map((prompt) => (
            <li key={prompt}>
              <Chip onClick={() => store.dispatch({ type: "setMessage", text: prompt })}>{prompt}</Chip>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3.5 flex flex-wrap items-center gap-2">
        <RunButtons wide />
      </div>
      <p className="mt-2 text-xs text-mute">
        <Summary />
        {room !== undefined && !tooLong && <> · {t("room", { used: room, all: SPROUT.contextTokens })}</>}
      </p>
      {isSeedFixed && <p className="mt-1 text-xs text-mute">{t("fixedSeed", { times })}</p>}
      <RunAsIMove />
    </>
  );
}

/** What pressing Run comes to: panes, the most it can cost, and the most tokens out; where it costs, that of all runs too. */
function Summary() {
  const t = useTranslations("desk");
  const { store, providers, models: shelf } = useDeskTools();
  const { list } = useModels(shelf);
  const experiment = useDeskPart((desk) => desk.experiment);
  useDeskPart(followedLengths);
  const times = useDeskPart(timesOf);
  const money = useMoney();
  const ceiling = ceilingOf(store.get(), providers, list.models);
  const costOf = (each: Ceiling) =>
    each.kind === "atMost" ? t("atMost", { cost: money(each.microUsd) }) : t(COSTS[each.kind]);
  return (
    <>
      {t("summary", {
        panes: experiment.panes.length,
        cost: costOf(ceiling),
        tokens: ceiling.outputTokens,
      })}
      {ceiling.kind !== "free" && (
        <> · {t("summaryTimes", { times, cost: costOf(ceilingTimes(ceiling, times)) })}</>
      )}
    </>
  );
}

const COSTS = { free: "free", unknown: "priceUnknown", open: "noCeiling" } as const;
