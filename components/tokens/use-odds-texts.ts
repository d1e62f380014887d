import { useFormatter, useTranslations } from "use-intl";
import { ALMOST_CERTAIN, bits, oneIn } from "@/lib/odds/answer-figures";
import type { Unit } from "@/lib/odds/join-tokens";

/** Below it a percentage is only "below" it: more zeros than anyone counts. */
const LEAST_SHARE = 1e-6;
/** The most that is not certain; rounded up it would be called so. */
const NEARLY_CERTAIN = 0.999;
const MILLION = 1_000_000;

export type OddsTexts = {
  /** A token as one says it, white space and the end by name. */
  name: (text: string) => string;
  /** A chance from 0 to 1 as a percentage; what is not certain is never "100%". */
  share: (chance: number) => string;
  /** A chance as "1 in 2.4", or in words where that would be "1 in 1". */
  oneIn: (chance: number) => string;
  /** A chance above 0 as surprise, in bits. */
  surprise: (chance: number) => string;
  /** A figure such as perplexity. */
  figure: (value: number) => string;
  /** A token with its odds, for who does not see them. */
  unit: (unit: Unit) => string;
};

/** Whether the faders took any token's chance: one of all of them is nothing to tell. */
export function hasCut({ kept = Infinity, all = Infinity }: { kept?: number; all?: number }): boolean {
  return kept < all;
}

/** Odds in words. */
export function useOddsTexts(): OddsTexts {
  const t = useTranslations("tokens");
  const format = useFormatter();
  const name = (text: string) => {
    const count = text.length;
    if (text === "") return t("end");
    if (/^ +$/.test(text)) return t("spaces", { count });
    if (/^(\r?\n)+$/.test(text)) return t("lineBreaks", { count: text.replaceAll("\r", "").length });
    if (text === "\t") return t("tab");
    if (/^\s+$/.test(text)) return t("blank");
    return /^\ufffd+$/.test(text) ? t("notCharacter") : text.trim();
  };
  const percent = (chance: number, digits: number) =>
    format.number(chance, { style: "percent", maximumSignificantDigits: digits });
  const share = (chance: number) => {
    if (chance > 0 && chance < LEAST_SHARE) return t("below", { share: percent(LEAST_SHARE, 1) });
    if (chance < 0.995 || chance >= 1) return percent(Math.min(chance, 1), 2);
    return percent(Math.min(chance, NEARLY_CERTAIN), 3);
  };
  const figure = (value: number) =>
    format.number(value, {
      maximumSignificantDigits: 2,
      notation: value >= MILLION ? "compact" : "standard",
    });
  return {
    name,
    share,
    figure,
    oneIn: (chance) => {
      if (chance >= 1) return t("certain");
      if (chance >= ALMOST_CERTAIN) return t("almostCertain");
      return chance > 0 ? t("oneIn", { count: figure(oneIn(chance)) }) : share(chance);
    },
    surprise: (chance) =>
      t("surprise", {
        bits: format.number(bits(chance), {
          style: "unit",
          unit: "bit",
          unitDisplay: "long",
          maximumFractionDigits: 1,
        }),
      }),
    unit: (unit) => {
      const { text, own, shaped, kept } = unit;
      if (own === undefined)
        return shaped === undefined
          ? t("unitUnknown", { name: name(text) })
          : t("unitShaped", { name: name(text), share: share(shaped) });
      const values = { name: name(text), share: share(own) };
      return kept !== undefined && hasCut(unit) ? t("unitKept", { ...values, kept }) : t("unit", values);
    },
  };
}
