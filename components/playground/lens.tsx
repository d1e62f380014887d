import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { OddsTable } from "@/components/tokens/odds-table";
import { modelLabel } from "@/lib/catalog/models";
import type { ParameterKey } from "@/lib/catalog/parameters";
import type { PlaceOdds } from "@/lib/odds/odds";
import type { Pane } from "@/lib/playground/experiment";
import { useTarget } from "./desk-context";
import { LensNotes } from "./lens-notes";
import { RunWithOdds } from "./run-with-odds";
import { useLens, type Lens as LensState } from "./use-lens";

/** How many of the tokens in the lens each fader cuts. */
export type Cuts = ReadonlyMap<ParameterKey, number>;

export type LensProps = { pane: Pane; number: number; onCuts: (cuts: Cuts) => void };

/** The odds of the next token in a pane, above the faders and moving with them. */
export default function Lens({ pane, number, onCuts }: LensProps) {
  const t = useTranslations();
  const lens = useLens(pane);
  const place = "place" in lens ? lens.place : undefined;
  useEffect(() => onCuts(cutsOf(place)), [place, onCuts]);
  const title =
    "before" in lens
      ? t(lens.before === "" ? "lens.first" : "lens.after", { text: lens.before })
      : t("lens.title");
  return (
    <>
      <h3 className="flex items-start gap-2 text-xs leading-5 font-semibold text-mute">
        <span className="shrink-0 rounded-md bg-accent px-1.5 whitespace-nowrap text-accent-ink">
          {t("rail.pane", { number })}
        </span>
        <span className="min-w-0 wrap-break-word">{title}</span>
      </h3>
      {"place" in lens ? (
        <>
          <p className="mt-0.5 mb-1.5 text-xs text-mute">{t(`lens.${lens.kind}`, { number })}</p>
          <OddsTable place={lens.place} title={title} />
          <LensNotes key={pane.id} place={lens.place} settings={pane.parameters} />
        </>
      ) : (
        <WhyNot kind={lens.kind} pane={pane} />
      )}
    </>
  );
}

function cutsOf(place: PlaceOdds | undefined): Cuts {
  const cuts = new Map<ParameterKey, number>();
  for (const { cutBy } of place?.rows ?? []) if (cutBy) cuts.set(cutBy, (cuts.get(cutBy) ?? 0) + 1);
  return cuts;
}

type Missing = Exclude<LensState, { place: PlaceOdds }>["kind"];

function WhyNot({ kind, pane }: { kind: Missing; pane: Pane }) {
  const t = useTranslations("lens");
  const target = useTarget(pane.model);
  const model = modelLabel(pane.model);
  if (kind === "noOdds") return <RunWithOdds pane={pane.id} target={target} model={model} />;
  return <p className="mt-1 text-xs text-mute">{t(kind === "busy" ? "working" : kind, { model })}</p>;
}
