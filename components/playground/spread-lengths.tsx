import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { countWords } from "@/lib/count-words";
import { lengthsOf, type SpreadGroup } from "@/lib/playground/spread";

/** How long a series' answers are: the shortest, the longest, and the one in the middle. */
export function SpreadLengths({ groups }: { groups: readonly SpreadGroup[] }) {
  const t = useTranslations("pane");
  const locale = useLocale();
  const measure = useMemo(() => createMeasure(locale), [locale]);
  const { least, median, most } = lengthsOf(groups, measure);
  return <> · {least === most ? t("oneLength", { words: most }) : t("lengths", { least, most, median })}</>;
}

/** Counts the words of a text, each text once: a series has many, and grows by one. */
function createMeasure(locale: string): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const words = known.get(text) ?? countWords(text, locale);
    known.set(text, words);
    return words;
  };
}
