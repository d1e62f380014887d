import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import { answerFigures } from "@/lib/odds/answer-figures";
import { oddsToCsv, oddsToJson } from "@/lib/odds/export-odds";
import type { Unit } from "@/lib/odds/join-tokens";
import type { AnswerOdds } from "@/lib/odds/odds";
import { useOddsTexts } from "./use-odds-texts";

/** Below it perplexity is 1 in two figures: no choice at all. */
const SURE = 1.05;
/** How long "Copied" stands, in milliseconds. */
const COPIED_MS = 1500;
const FORMATS = [
  { label: "copyCsv", write: oddsToCsv },
  { label: "copyJson", write: oddsToJson },
] as const;

export type TokenFiguresProps = {
  odds: AnswerOdds;
  units: readonly Unit[];
  onChoose: (token: number) => void;
  onCopy: (text: string) => Promise<boolean>;
};

/** An answer's odds in a line: perplexity, the least likely tokens to go to, and all of it to take along. */
export function TokenFigures({ odds, units, onChoose, onCopy }: TokenFiguresProps) {
  const t = useTranslations("tokens");
  const texts = useOddsTexts();
  const { perplexity, leastLikely } = useMemo(() => answerFigures(odds.tokens, units), [odds, units]);
  return (
    <section
      aria-label={t("figures")}
      className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-mute"
    >
      {perplexity !== undefined && (
        <span>
          {t(perplexity < SURE ? "perplexitySure" : "perplexity", { value: texts.figure(perplexity) })}
        </span>
      )}
      {leastLikely.length > 0 && (
        <span className="flex flex-wrap items-center gap-1">
          {t("leastLikely")}
          {leastLikely.map(({ text, from, own = 0 }) => (
            <Chip key={from} onClick={() => onChoose(from)}>
              <span className="line-clamp-1 max-w-48 break-all">
                {t("rareUnit", { name: texts.name(text), odds: texts.oneIn(own) })}
              </span>
            </Chip>
          ))}
        </span>
      )}
      {FORMATS.map(({ label, write }) => (
        <CopyButton key={label} label={t(label)} onCopy={() => onCopy(write(odds))} />
      ))}
    </section>
  );
}

function CopyButton({ label, onCopy }: { label: string; onCopy: () => Promise<boolean> }) {
  const t = useTranslations("tokens");
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="min-h-6 cursor-pointer underline underline-offset-2 hover:text-ink"
      onClick={async () => {
        setCopied(await onCopy());
        setTimeout(() => setCopied(false), COPIED_MS);
      }}
    >
      {copied ? t("copied") : label}
    </button>
  );
}
