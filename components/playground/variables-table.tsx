import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { TrashIcon } from "@/components/ui/icons";
import { TextArea } from "@/components/ui/text-area";
import { unfilledNames } from "@/lib/playground/prompt-texts";
import { variableRows } from "@/lib/playground/variable-rows";
import { useDeskPart, useDeskTools } from "./desk-context";
import { useRunsStatus } from "./use-runs";

/** The names that texts use, each with its value. A press that missed one leads to it. */
export default function VariablesTable() {
  const t = useTranslations("variables");
  const { store, runs } = useDeskTools();
  const experiment = useDeskPart((desk) => desk.experiment);
  const { unfilled } = useRunsStatus(runs);
  const rows = useMemo(() => variableRows(experiment), [experiment]);
  const missing = unfilled ? unfilledNames(experiment, unfilled.panes, unfilled.asItStands) : [];
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    // This table may come later than the press, and who has gone on typing is not taken from it.
    const { experiment, runAsIMove } = store.get();
    if (unfilled?.experiment === experiment && !isMovingFaders(runAsIMove))
      table.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [unfilled, store]);
  const example = `{{${rows[0]?.name}}}`;
  return (
    <section aria-label={t("title")} className="mt-4">
      <h3 className="text-xs font-semibold text-mute">{t("title")}</h3>
      <table ref={table} className="w-full text-left">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("value")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, isUsed }) => (
            <tr key={name} className="align-top">
              <th scope="row" className="w-2/5 py-2.5 pr-2 font-mono text-[13px] font-medium wrap-anywhere">
                {name}
                {!isUsed && (
                  <span className="block font-sans text-xs font-normal text-mute">{t("unused")}</span>
                )}
              </th>
              <td className="pt-1">
                <div className="flex items-start gap-1">
                  <div className="min-w-0 flex-1">
                    <TextArea
                      label={t("valueOf", { name })}
                      hideLabel
                      rows={1}
                      value={value}
                      error={missing.includes(name) ? t("needed") : undefined}
                      onChange={(text) =>
                        store.dispatch({ type: "setVariable", variable: { name, value: text } })
                      }
                    />
                  </div>
                  {!isUsed && (
                    <IconButton
                      label={t("remove", { name })}
                      onClick={() => store.dispatch({ type: "removeVariable", name })}
                    >
                      <TrashIcon />
                    </IconButton>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1.5 text-xs text-mute">{t("hint", { example, escaped: `\\${example}` })}</p>
    </section>
  );
}

/** Whether the hand is at a fader that plays as it moves: it must not be taken from it. */
function isMovingFaders(runAsIMove = false): boolean {
  return runAsIMove && document.activeElement?.closest('[data-region="faders"]') !== null;
}
