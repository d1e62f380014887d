import { useTranslations } from "use-intl";
import type { Leaving } from "@/lib/links/what-leaves";

/** What a thing that leaves is called: "Turn 2, user", "Pane 1, temperature", "System prompt of pane 2". */
export function useLeavingLabel(): (leaving: Leaving) => string {
  const t = useTranslations();
  const named = (leaving: Leaving): string => {
    switch (leaving.part) {
      case "title":
        return t("app.title");
      case "system":
        return t("desk.systemPrompt");
      case "message":
        return t("desk.message");
      case "turn":
        return t("desk.turn", { number: leaving.number ?? 0, role: t(`desk.roles.${leaving.value.role}`) });
      case "variable":
        return t("share.variable", { name: `{{${leaving.value.name}}}` });
      case "model":
        return t("pane.model");
      case "parameter":
        return t(`parameters.${leaving.name}.label`);
      case "answer":
        return t("share.answer", { number: leaving.number ?? 0 });
      default:
        return t("share.looks");
    }
  };
  return (leaving) =>
    leaving.pane === undefined
      ? named(leaving)
      : t("share.inPane", { number: leaving.pane, what: named(leaving) });
}
