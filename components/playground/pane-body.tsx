import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTokenChoice } from "@/components/tokens/token-choice";
import { partOf } from "@/components/ui/on-demand";
import { TextButton } from "@/components/ui/text-button";
import { modelLabel, SPROUT } from "@/lib/catalog/models";
import { isRunning, type Run } from "@/lib/run";
import { shownRecord, type AnswerView, type Pane, type PaneRuns } from "@/lib/playground/experiment";
import { givenTurns } from "@/lib/playground/given-turns";
import { spreadOf } from "@/lib/playground/spread";
import { AnswerText } from "./answer-text";
import { copyText } from "./copy-text";
import { useDeskPart, useDeskTools } from "./desk-context";
import { Dice } from "./dice";
import { FailureNotice } from "./failure-notice";
import { LaterPart } from "./later-part";
import { RunHistory } from "./run-history";
import { SpreadList } from "./spread-list";

const TOKENS = partOf(() => import("./pane-tokens"));
const ORIGIN = partOf(() => import("./answer-origin"));
const WORDS = partOf(() => import("./word-by-word"));

type PaneBodyProps = { pane: Pane; number: number; runs: PaneRuns; view: AnswerView };

/** What a pane's model was told after the branch, and its answer: empty, waiting, streaming, ended or failed. */
export function PaneBody({ pane, number, runs, view }: PaneBodyProps) {
  const t = useTranslations("pane");
  const { tokens } = useDeskTools();
  const mode = useTokenChoice(tokens, (state) => state.modes.get(pane.id));
  const record = shownRecord(runs);
  const shared = useDeskPart((desk) => desk.experiment.turns);
  const hasMessage = useDeskPart((desk) => desk.experiment.message.trim() !== "");
  const history = [...shared, ...pane.turns];
  // One word at a time answers what a press would.
  const nextAnswers = hasMessage ? undefined : history.at(-1)?.id;
  const given = givenTurns(history, mode === "words" ? nextAnswers : record?.answersTurn);
  return (
    <>
      {pane.turns.slice(0, Math.max(0, pane.turns.length - given.length)).map((turn) => (
        <div key={turn.id} className="mb-3">
          <h3 className="text-xs font-semibold text-mute">
            {turn.role === "user" ? t("you") : t("assistant")}
          </h3>
          <AnswerText text={turn.content} view={view} />
        </div>
      ))}
      {mode === "words" ? (
        <LaterPart part={WORDS} props={{ pane, number }} meanwhile={null} />
      ) : record ? (
        <Answer
          pane={pane}
          number={number}
          runs={runs}
          view={view}
          given={given.map(({ content }) => content).join("")}
        />
      ) : (
        <>
          <p className="text-mute">{t("empty")}</p>
          <WordsButton pane={pane} />
        </>
      )}
    </>
  );
}

function Answer({ pane, number, runs, view, given }: PaneBodyProps & { given: string }) {
  const t = useTranslations("pane");
  const tools = useDeskTools();
  const mode = useTokenChoice(tools.tokens, (state) => state.modes.get(pane.id));
  const record = shownRecord(runs);
  if (!record) return null;
  const { run } = record;
  const show = (index: number) => tools.store.dispatch({ type: "showRun", pane: pane.id, index });
  const spread = spreadOf(runs, record);
  const showsTokens = mode === "tokens";
  return (
    <>
      {record.example && <p className="mb-1 text-xs font-semibold text-mute">{t("example")}</p>}
      {runs.records.some((each) => each.recorded) && (
        <LaterPart part={ORIGIN} props={{ pane: pane.id, number, record }} meanwhile={null} />
      )}
      {record.model !== pane.model && (
        <p className="mb-1 text-xs font-semibold text-mute">
          {t("answeredBy", { model: modelLabel(record.model) })}
        </p>
      )}
      {run.reasoning && (
        <details className="mb-2 text-sm text-mute">
          <summary>{t("reasoning")}</summary>
          <AnswerText text={run.reasoning} view="plain" />
        </details>
      )}
      {given && <p className="mb-1 text-xs font-semibold text-mute">{t("given")}</p>}
      {showsTokens ? (
        <LaterPart
          part={TOKENS}
          props={{ pane: pane.id, number, record, given }}
          meanwhile={<AnswerText text={run.text} view="plain" given={given} />}
        />
      ) : (
        <AnswerText text={run.text} view={view} given={given} />
      )}
      {run.state === "waiting" && <p className="text-mute">{t("waiting")}…</p>}
      {run.state === "ended" &&
        run.text === "" &&
        run.end?.reason !== "cut" &&
        run.end?.reason !== "stopped" && (
          <p className="text-mute">{t(isAllThought(run) ? "allThought" : "noText")}</p>
        )}
      {!isRunning(run) && <FailureNotice key={record.id} pane={pane.id} record={record} />}
      {!isRunning(run) && (
        <div className="mt-3 flex flex-wrap items-center gap-x-4">
          {run.text !== "" && <CopyButton text={given + run.text} />}
          {run.text !== "" && (
            <TextButton
              aria-pressed={showsTokens}
              onClick={() => tools.tokens.show(pane.id, showsTokens ? undefined : "tokens")}
            >
              {t("odds")}
            </TextButton>
          )}
          <WordsButton pane={pane} />
          <Dice pane={pane.id} record={record} fixedSeed={pane.parameters.seed} />
          <RunHistory shown={runs.shown} all={runs.records.length} onShow={show} />
        </div>
      )}
      {spread && spread.groups.length > 0 && (
        <SpreadList spread={spread} isExample={record.example} onShow={show} />
      )}
    </>
  );
}

/** Hidden thinking counts against max tokens, and may use them up before the first word. */
function isAllThought({ end, usage }: Run): boolean {
  return end?.reason === "length" && (usage?.reasoning ?? 0) > 0;
}

/** Makes an answer one word at a time, where the model can be asked for its odds here. */
function WordsButton({ pane }: { pane: Pane }) {
  const t = useTranslations("pane");
  const { tokens } = useDeskTools();
  if (pane.model !== SPROUT.id) return null;
  return (
    <TextButton data-words onClick={() => tokens.show(pane.id, "words")}>
      {t("words")}
    </TextButton>
  );
}

function CopyButton({ text }: { text: string }) {
  const t = useTranslations("pane");
  const [copied, setCopied] = useState(false);
  return (
    <TextButton
      onClick={async () => {
        setCopied(await copyText(text));
        setTimeout(() => setCopied(false), 1500);
      }}
    >
      <span aria-live="off">{copied ? t("copied") : t("copy")}</span>
    </TextButton>
  );
}
