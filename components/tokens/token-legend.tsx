import { useTranslations } from "use-intl";
import { RARITY_BELOW } from "@/lib/odds/answer-figures";
import { RARITY_LINES } from "./rarity-lines";
import { useOddsTexts } from "./use-odds-texts";

const UNDERLINED = ["uncommon", "rare", "rarest"] as const;

export type TokenLegendProps = {
  /** The id that the hint is to have. */
  hint: string;
  /** Whether a token is marked because the lens stands on it. */
  isInLens: boolean;
};

/** What the marks mean, that they say nothing about truth, and how to look closer. */
export function TokenLegend({ hint, isInLens }: TokenLegendProps) {
  const t = useTranslations("tokens");
  const { share } = useOddsTexts();
  return (
    <div className="mt-2 text-xs leading-5 text-mute">
      <p className="flex flex-wrap gap-x-3">
        <span>{t("legend")}</span>
        {UNDERLINED.map((rarity) => (
          <span key={rarity} className={RARITY_LINES[rarity]}>
            {t("below", { share: share(RARITY_BELOW[rarity]) })}
          </span>
        ))}
        {isInLens && <span>{t("inLens")}</span>}
        <span>{t("notTrue")}</span>
      </p>
      <p id={hint}>{t("hint")}</p>
    </div>
  );
}
