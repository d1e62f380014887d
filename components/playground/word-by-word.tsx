import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { sproutVocabulary } from "@/components/tokens/answer-odds";
import { askSprout } from "@/components/tokens/ask-sprout";
import { OddsTable } from "@/components/tokens/odds-table";
import { Button } from "@/components/ui/button";
import { drawToken } from "@/lib/odds/draw-token";
import { countsOf, wholePlace, type Vocabulary } from "@/lib/odds/whole-odds";
import { promptOf } from "@/lib/playground/conversation";
import type { Pane } from "@/lib/playground/experiment";
import type { ChatDocument } from "@/lib/tiny-model/chat-template";
import { END } from "@/lib/tiny-model/special-tokens";
import { useDeskPart, useDeskTools } from "./desk-context";

export type WordByWordProps = { pane: Pane; number: number };

/** An answer of Sprout's made one token at a time, by dice or by choosing, with undo. Another prompt begins anew. */
export default function WordByWord({ pane, number }: WordByWordProps) {
  const t = useTranslations("words");
  const { tokens } = useDeskTools();
  const prompt = useDeskPart((desk) => JSON.stringify(promptOf(desk, pane)));
  const chat = JSON.parse(prompt) as ChatDocument;
  return (
    <section aria-label={t("title")} className="text-sm">
      <div className="mb-2 flex items-center gap-2">
        <h3 className="flex-1 text-xs font-semibold text-mute">{t("title")}</h3>
        <Button size="small" onClick={() => tokens.show(pane.id, undefined)}>
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
  length: number;
  logits?: Float32Array;
  vocabulary?: Vocabulary;
  state: "known" | "noRoom" | "failed";
};

function Steps({ chat, pane, number }: { chat: ChatDocument } & WordByWordProps) {
  const t = useTranslations("words");
  const [ids, setIds] = useState<readonly number[]>([]);
  const [standing, setStanding] = useState<Standing>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isStale = false;
    const tell = (next: Standing) => {
      if (!isStale) setStanding(next);
    };
    Promise.all([sproutVocabulary(), askSprout("next", { chat, ids })]).then(
      ([vocabulary, logits]) =>
        tell({ length: ids.length, vocabulary, logits, state: logits ? "known" : "noRoom" }),
      () => tell({ length: ids.length, state: "failed" }),
    );
    return () => {
      isStale = true;
    };
    // The prompt is this component's key: it stays while it lives.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ids, attempt]);
  const hasEnded = ids.at(-1) === END;
  const { logits, vocabulary } = standing ?? {};
  const isCurrent = standing?.length === ids.length;
  const place =
    logits && vocabulary && isCurrent && !hasEnded
      ? wholePlace(logits, pane.parameters, countsOf(ids), vocabulary)
      : undefined;
  const add = (id: number | undefined) => {
    if (id !== undefined && place) setIds([...ids, id]);
  };
  const roll = () => {
    if (place && logits) add(drawToken(logits, pane.parameters, ids, Math.random()));
  };
  return (
    <>
      <p aria-live="polite" className="min-h-7 text-base/[1.7] wrap-break-word whitespace-pre-wrap">
        {vocabulary && textOf(ids, vocabulary)}
        {hasEnded ? (
          <span className="text-xs text-mute"> {t("ended")}</span>
        ) : (
          <span aria-hidden className="text-accent">
            ▏
          </span>
        )}
      </p>
      <div className="my-2 flex flex-wrap gap-2">
        <Button variant="primary" size="small" aria-disabled={!place} onClick={roll}>
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
        <>
          <p className="mb-1 text-xs text-mute">{t("choose")}</p>
          <OddsTable place={place} title={t("next", { number })} onChoose={({ id }) => add(id)} />
        </>
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

function textOf(ids: readonly number[], vocabulary: Vocabulary): string {
  const bytes = ids.flatMap((id) => (id === END ? [] : [...(vocabulary[id] ?? [])]));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
