import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { FaderRail } from "@/components/parameters/fader-rail";
import { IconButton } from "@/components/ui/icon-button";
import { CloseIcon } from "@/components/ui/icons";
import { modelLabel } from "@/lib/catalog/models";
import type { ParameterKey, ParameterValue } from "@/lib/catalog/parameters";
import { findPane, refusalsOf } from "@/lib/playground/experiment";
import { useDeskPart, useDeskTools, useTarget } from "./desk-context";
import type { Folding } from "./folding";
import type { Cuts } from "./lens";
import { LensOnDemand } from "./lens-on-demand";
import { usePaneName } from "./use-pane-title";

const SHOWN: Record<Folding, string> = { auto: "hidden xl:block", open: "block", folded: "hidden" };

/** The right column: beside the panes where it fits, above them as a panel where not, a sheet on a phone. */
export function FaderColumn({ folding, onToggle }: { folding: Folding; onToggle: () => void }) {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const selected = useDeskPart((desk) => findPane(desk, desk.selected));
  const refused = useDeskPart((desk) => refusalsOf(desk, findPane(desk, desk.selected).model));
  const target = useTarget(selected.model);
  const link = useDeskPart((desk) => desk.link);
  const moveTogether = useDeskPart((desk) => desk.moveTogether);
  const paneName = usePaneName();
  const [cuts, setCuts] = useState<Cuts>();
  const select = useCallback((pane: string) => store.dispatch({ type: "select", pane }), [store]);
  const change = useCallback(
    (key: ParameterKey, value: ParameterValue | undefined) =>
      store.dispatch({ type: "setParameter", pane: store.get().selected, key, value }),
    [store],
  );
  return (
    // Escape folds the faders again where they cover the panes; the fold button does the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      aria-label={t("faders")}
      data-region="faders"
      onKeyDown={(event) => {
        if (event.key === "Escape" && folding === "open") onToggle();
      }}
      className={`w-80 shrink-0 overflow-y-auto border-l border-line bg-panel max-xl:fixed max-xl:top-12 max-xl:right-0 max-xl:bottom-0 max-xl:z-20 max-xl:shadow-xl max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-16 max-sm:h-[70dvh] max-sm:w-full max-sm:border-t max-sm:border-l-0 ${SHOWN[folding]}`}
    >
      <div className="flex items-center px-4 pt-2">
        <h2 className="flex-1 text-xs font-semibold text-mute">{t("faders")}</h2>
        <IconButton label={t("fold", { what: t("faders") })} onClick={onToggle}>
          <CloseIcon />
        </IconButton>
      </div>
      <FaderRail
        panes={panes.map((pane, index) => ({ id: pane.id, number: index + 1, title: paneName(pane, panes) }))}
        selected={selected.id}
        onSelect={select}
        target={target}
        modelLabel={modelLabel(selected.model)}
        values={selected.parameters}
        refused={refused}
        link={link}
        onChange={change}
        onSendAgain={(key) => store.dispatch({ type: "sendAgain", model: selected.model, key })}
        cuts={cuts}
        lens={<LensOnDemand pane={selected} number={panes.indexOf(selected) + 1} onCuts={setCuts} />}
        moveTogether={moveTogether}
        onMoveTogether={(on) => store.dispatch({ type: "setMoveTogether", on })}
      />
    </aside>
  );
}
