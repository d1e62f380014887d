import { useTranslations } from "use-intl";
import { isParameterKey } from "@/lib/catalog/parameters";
import { LOCKABLE_PARTS } from "@/lib/links/link-document";

type Part = (typeof LOCKABLE_PARTS)[number];

/** What a control that a link may lock or hide is called on the desk. */
export function useControlName(): (control: string) => string {
  const t = useTranslations();
  const names: Record<Part, string> = {
    title: t("app.title"),
    system: t("desk.systemPrompt"),
    message: t("desk.message"),
    turns: t("desk.earlierTurns"),
    variables: t("variables.title"),
    model: t("pane.model"),
    panes: t("share.controls.panes"),
    view: t("share.controls.view"),
  };
  return (control) =>
    isParameterKey(control) ? t(`parameters.${control}.label`) : (names[control as Part] ?? control);
}
