import { useTranslations } from "use-intl";
import { modelLabel } from "@/lib/catalog/models";
import type { ParameterValue } from "@/lib/catalog/parameters";
import { differencesOf, type Difference } from "@/lib/playground/differences";
import type { Pane } from "@/lib/playground/experiment";
import { holdOf } from "@/lib/playground/hold";
import { useDeskPart } from "./desk-context";
import { useHold } from "./lockable";

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
    if (typeof value === "boolean") return `${label} ${t(value ? "rail.on" : "rail.off")}`;
    return `${label} ${value === undefined ? t("pane.default") : shortValue(value)}`;
  };
}

/** What sets a pane apart from the others, but for what the desk's link hides. */
export function useDifferences(): (pane: Pane, panes: readonly Pane[]) => Difference[] {
  const link = useDeskPart((desk) => desk.link);
  return (pane, panes) => differencesOf(pane, panes).filter(({ key }) => holdOf({ link }, key) !== "hidden");
}

/** A pane's name without its number: the model and what sets it apart from the other panes. */
export function usePaneName(): (pane: Pane, panes: readonly Pane[]) => string {
  const t = useTranslations("pane");
  const differenceText = useDifferenceText();
  const differences = useDifferences();
  const isModelHidden = useHold("model") === "hidden";
  return (pane, panes) =>
    [
      isModelHidden ? t("modelHidden") : modelLabel(pane.model),
      ...differences(pane, panes).map(differenceText),
    ].join(", ");
}
