import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { sproutVocabulary } from "@/components/tokens/answer-odds";
import { askSprout } from "@/components/tokens/ask-sprout";
import { OddsTable } from "@/components/tokens/odds-table";
import { Button } from "@/components/ui/button";
import { hasLostFocus } from "@/components/ui/focus";
import { drawToken } from "@/lib/odds/draw-token";
import { givenBeginning } from "@/lib/odds/text-before";
import { countsOf, wholePlace, type Vocabulary } from "@/lib/odds/whole-odds";
import { promptOf } from "@/lib/playground/conversation";
import type { Pane } from "@/lib/playground/experiment";
import type { ChatDocument } from "@/lib/tiny-model/chat-template";
import { END } from "@/lib/tiny-model/special-tokens";
import { useDeskPart, useDeskTools } from "./desk-context";
import { WordsSoFar } from "./words-so-far";

export type WordByWordProps = { pane: Pane; number: number };

/** An answer of Sprout's made one token at a time, by dice or by choosing, with undo. Another prompt begins anew. */
export default function WordByWord({ pane, number }: WordByWordProps) {
  const t = useTranslations("words");
  const { tokens } = useDeskTools();
  const root = useRef<HTMLElement>(null);
  const prompt = useDeskPart((desk) => JSON.stringify(promptOf(desk, pane)));
  const chat = JSON.parse(prompt) as ChatDocument;
  // The press that opened it is gone: focus goes where the next one is.
  useEffect(() => {
    const { current } = root;
    if (hasLostFocus())
      (current?.querySelector<HTMLElement>("[data-roll]") ?? current?.querySelector("button"))?.focus();
  }, []);
  const close = () => {
    const card = root.current?.closest<HTMLElement>("[data-pane]");
    tokens.show(pane.id, undefined);
    setTimeout(() => {
      if (hasLostFocus()) card?.querySelector<HTMLElement>("[data-words]")?.focus();
    });
  };
  return (
    <section ref={root} aria-label={t("title")} className="text-sm">
      <div className="mb-2 flex items-center gap-2">
        <h3 className="flex-1 text-xs font-semibold text-mute">{t("title")}</h3>
        <Button size="small" onClick={close}>
          {t("close")}
        </Button>
      </div>
      {chat.messages.length === 0 ? (
        <p className="text-mute">{t("typeFirst")}</p>
      ) : (
        <Steps key={prompt} chat={chat} pane={pane} number={number} />
      )}
    </section>
  );
}

/** What the model makes of the tokens so far: its logits for the next one, and every token's bytes. */
type Standing = {
  ids: readonly number[];
  logits?: Float32Array;
  vocabulary?: Vocabulary;
  state: "known" | "noRoom" | "failed";
};

function Steps({ chat, pane, number }: { chat: ChatDocument } & WordByWordProps) {
  const t = useTranslations("words");
  const { tokens } = useDeskTools();
  const [ids, setIds] = useState<readonly number[]>([]);
  const [standing, setStanding] = useState<Standing>();
  const [attempt, setAttempt] = useState(0);
  const roll = useRef<HTMLButtonElement>(null);
  const hasAdded = useRef(false);
  const hint = useId();
  useEffect(() => tokens.write(pane.id, ids), [tokens, pane.id, ids]);
  useEffect(() => {
    let isStale = false;
    const tell = (next: Standing) => {
      if (!isStale) setStanding(next);
    };
    Promise.all([sproutVocabulary(), askSprout("next", { chat, ids })]).then(
      ([vocabulary, logits]) => tell({ ids, vocabulary, logits, state: logits ? "known" : "noRoom" }),
      () => tell({ ids, state: "failed" }),
    );
    return () => {
      isStale = true;
    };
    // The prompt is this component's key: it stays while it lives.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ids, attempt]);
  const hasEnded = ids.at(-1) === END;
  const isCurrent = standing?.ids === ids;
  const { logits, vocabulary } = standing ?? {};
  // The last odds stand until the next are there, so that who chooses by keyboard keeps their place.
  const place =
    standing && logits && vocabulary && !hasEnded
      ? wholePlace(logits, pane.parameters, countsOf(standing.ids), vocabulary)
      : undefined;
  const canAdd = place !== undefined && isCurrent;
  useLayoutEffect(() => {
    // The row that was chosen had focus, and went away with the last of them.
    if (hasAdded.current && hasLostFocus()) roll.current?.focus();
    hasAdded.current = false;
  }, [ids]);
  const add = (id: number | undefined) => {
    if (id === undefined || !canAdd) return;
    hasAdded.current = true;
    setIds([...ids, id]);
  };
  const onRoll = () => {
    if (logits) add(drawToken(logits, pane.parameters, ids, Math.random()));
  };
  return (
    <>
      <WordsSoFar given={givenBeginning(chat)} ids={ids} vocabulary={vocabulary} />
      <div className="my-2 flex flex-wrap gap-2">
        <Button ref={roll} data-roll variant="primary" size="small" aria-disabled={!canAdd} onClick={onRoll}>
          {t("roll")}
        </Button>
        <Button size="small" aria-disabled={ids.length === 0} onClick={() => setIds(ids.slice(0, -1))}>
          {t("undo")}
        </Button>
        <Button size="small" aria-disabled={ids.length === 0} onClick={() => setIds([])}>
          {t("again")}
        </Button>
      </div>
      {place && (
        <div aria-busy={!isCurrent}>
          <p id={hint} className="mb-1 text-xs text-mute">
            {t("choose")}
          </p>
          <OddsTable
            place={place}
            title={t("next", { number })}
            onChoose={({ id }) => add(id)}
            describedBy={hint}
          />
        </div>
      )}
      {isCurrent && standing?.state === "noRoom" && !hasEnded && <p className="text-mute">{t("noRoom")}</p>}
      {isCurrent && standing?.state === "failed" && (
        <p className="flex items-center gap-2 text-mute">
          {t("failed")}
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            {t("retry")}
          </Button>
        </p>
      )}
    </>
  );
}
