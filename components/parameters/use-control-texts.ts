import { useTranslations } from "use-intl";
import { isParameterKey, type ParameterKey } from "@/lib/catalog/parameters";
import type { Support } from "@/lib/catalog/support";

/** A control's words: its name, its one sentence, and why it is not sent when it is not. */
export function useControlTexts(): {
  label: (key: ParameterKey) => string;
  help: (key: ParameterKey) => string;
  reason: (verdict: Support, modelLabel: string) => string | undefined;
} {
  const t = useTranslations();
  const label = (key: ParameterKey) => t(`parameters.${key}.label`);
  return {
    label,
    help: (key) => t(`parameters.${key}.help`),
    reason: (verdict, model) => {
      if (!("reason" in verdict)) return undefined;
      const needs = "needs" in verdict ? verdict.needs : undefined;
      const other = needs && isParameterKey(needs.parameter) ? label(needs.parameter) : "";
      const values = { ...verdict.values, model, other, value: String(needs?.value) };
      return t(`reasons.${verdict.reason}`, values as never);
    },
  };
}
