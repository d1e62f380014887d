import { useTranslations } from "use-intl";
import { modelLabel } from "@/lib/catalog/models";
import type { ParameterValue } from "@/lib/catalog/parameters";
import { differencesOf, type Difference } from "@/lib/playground/differences";
import type { Pane } from "@/lib/playground/experiment";

/** A parameter's value as short text; objects as JSON, cut to what a chip can hold. */
export function shortValue(value: ParameterValue): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

/** Words for what sets a pane apart: "temperature 0.2", "seed default". */
export function useDifferenceText(): (difference: Difference) => string {
  const t = useTranslations();
  return ({ key, value }) => {
    const label = t(`parameters.${key}.label`).toLocaleLowerCase();
    return `${label} ${value === undefined ? t("pane.default") : shortValue(value)}`;
  };
}

/** A pane's name without its number: the model and what sets it apart from the other panes. */
export function usePaneName(): (pane: Pane, panes: readonly Pane[]) => string {
  const differenceText = useDifferenceText();
  return (pane, panes) =>
    [modelLabel(pane.model), ...differencesOf(pane, panes).map(differenceText)].join(", ");
}
