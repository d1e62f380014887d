import { useTranslations } from "use-intl";
import { useOddsTexts } from "@/components/tokens/use-odds-texts";
import type { Vocabulary } from "@/lib/odds/whole-odds";
import { END } from "@/lib/tiny-model/special-tokens";

type WordsSoFarProps = {
  /** The beginning that the model was given. */
  given: string;
  ids: readonly number[];
  /** Every token's bytes; undefined until they are there. */
  vocabulary: Vocabulary | undefined;
};

/** What was made so far, one word at a time. Who does not see it hears the last token, not all of it again. */
export function WordsSoFar({ given, ids, vocabulary }: WordsSoFarProps) {
  const t = useTranslations("words");
  const { name } = useOddsTexts();
  const last = ids.at(-1);
  const hasEnded = last === END;
  const text = (of: readonly number[]) => (vocabulary ? textOf(of, vocabulary) : "");
  const said = hasEnded
    ? t("ended")
    : last === undefined || !vocabulary
      ? ""
      : t("added", { name: name(text([last])), count: ids.length });
  return (
    <>
      <p className="min-h-7 text-base/[1.7] wrap-break-word whitespace-pre-wrap">
        {given && <span className="text-mute">{given}</span>}
        {text(ids)}
        {hasEnded ? (
          <span className="text-xs text-mute"> {t("ended")}</span>
        ) : (
          <span aria-hidden className="text-accent">
            ▏
          </span>
        )}
      </p>
      <span aria-live="polite" className="sr-only">
        {said}
      </span>
    </>
  );
}

function textOf(ids: readonly number[], vocabulary: Vocabulary): string {
  const bytes = ids.flatMap((id) => (id === END ? [] : [...(vocabulary[id] ?? [])]));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
