import { useLocale, useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { modelLabel } from "@/lib/catalog/models";
import { findTarget } from "@/lib/catalog/targets";
import { paneRuns, shownRecord } from "@/lib/playground/experiment";
import { standInFor } from "@/lib/playground/stand-in";
import { dateText } from "./date-text";
import { useDeskPart, useDeskTools } from "./desk-context";
import { useHold } from "./lockable";
import { useModels } from "./model-shelf";

/** The panes of a link whose models nobody here runs, each with another model one press away. */
export function MissingModels() {
  const t = useTranslations("links");
  const locale = useLocale();
  const { store, providers, models } = useDeskTools();
  const deskText = useTranslations("desk");
  const { list } = useModels(models);
  const isHeld = useHold("model") !== undefined;
  const desk = useDeskPart((whole) => whole);
  return desk.experiment.panes.map(({ id, model }, index) => {
    if (findTarget(model, providers)) return null;
    const number = index + 1;
    const standIn = standInFor(model, list.models);
    const other = modelLabel(standIn);
    const record = shownRecord(paneRuns(desk, id));
    const names = { number, model: modelLabel(model), other };
    return (
      <Notice
        key={id}
        tone="info"
        action={
          isHeld
            ? undefined
            : {
                label: t("useIn", { other, number }),
                onClick: () => {
                  store.dispatch({ type: "setModel", pane: id, model: standIn });
                  document.getElementById(`pane-${id}`)?.focus();
                },
              }
        }
      >
        {record?.recorded && record.startedAt > 0
          ? t("missingRecorded", { ...names, date: dateText(record.startedAt, locale) })
          : t("missing", names)}
        {isHeld && ` ${deskText("lockedNamed", { what: t("useIn", { other, number }) })}`}
      </Notice>
    );
  });
}
