import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { OddsTable } from "@/components/tokens/odds-table";
import { useOddsTexts } from "@/components/tokens/use-odds-texts";
import { modelLabel } from "@/lib/catalog/models";
import type { ParameterKey, ParameterValues } from "@/lib/catalog/parameters";
import { lensCaption } from "@/lib/odds/lens-caption";
import type { PlaceOdds } from "@/lib/odds/odds";
import type { Pane } from "@/lib/playground/experiment";
import { useTarget } from "./desk-context";
import { RunWithOdds } from "./run-with-odds";
import { useLens, type Lens as LensState } from "./use-lens";

/** How many of the tokens in the lens each fader cuts. */
export type Cuts = ReadonlyMap<ParameterKey, number>;

export type LensProps = { pane: Pane; number: number; onCuts: (cuts: Cuts) => void };

/** The odds of the next token, above the faders and moving with them. */
export default function Lens({ pane, number, onCuts }: LensProps) {
  const t = useTranslations("lens");
  const lens = useLens(pane);
  const place = "place" in lens ? lens.place : undefined;
  useEffect(() => onCuts(cutsOf(place)), [place, onCuts]);
  const title =
    lens.kind === "answer" && lens.before !== ""
      ? t("after", { text: lens.before })
      : place
        ? t("first")
        : t("title");
  return (
    <>
      <h3 className="text-xs font-semibold text-mute">{title}</h3>
      {place ? (
        <>
          <p className="mb-1.5 text-xs text-mute">{standsOn(lens, number, t)}</p>
          <OddsTable place={place} title={title} />
          <Notes place={place} settings={pane.parameters} />
        </>
      ) : (
        <WhyNot kind={lens.kind} pane={pane} />
      )}
    </>
  );
}

function standsOn(lens: LensState, number: number, t: ReturnType<typeof useTranslations<"lens">>): string {
  if (lens.kind !== "answer") return t("asYouType");
  return lens.isChosen ? t("chosen", { number }) : t("leastCertain", { number });
}

function cutsOf(place: PlaceOdds | undefined): Cuts {
  const cuts = new Map<ParameterKey, number>();
  for (const { cutBy } of place?.rows ?? []) if (cutBy) cuts.set(cutBy, (cuts.get(cutBy) ?? 0) + 1);
  return cuts;
}

/** What the bars mean, what the figures come to, and what cannot be told. */
function Notes({ place, settings }: { place: PlaceOdds; settings: ParameterValues }) {
  const t = useTranslations();
  const { name } = useOddsTexts();
  const caption = lensCaption(place, settings);
  const times = caption && {
    shaped: t("lens.times", caption.shaped),
    own: caption.own ? t("lens.times", caption.own) : "",
    token: name(caption.token.text),
    temperature: String(caption.temperature),
  };
  const legend = place.basis === "shaped" ? "legendShaped" : place.isAmongReturned ? "legendAmong" : "legend";
  return (
    <div className="mt-2 flex flex-col gap-1 text-xs text-mute">
      {caption && times && (
        <p className="text-ink" data-caption>
          {caption.kind === "own" || !caption.own
            ? t("lens.captionOwn", times)
            : t(caption.kind === "temperature" ? "lens.captionTemperature" : "lens.captionFaders", times)}
        </p>
      )}
      {!place.isWhole && place.others.own !== undefined && (
        <p>{t("lens.unreturned", { share: `${(100 * place.others.own).toFixed(1)} %` })}</p>
      )}
      {place.unknown && (
        <p>
          {t("lens.unknownFaders", {
            names: place.unknown.map((key) => t(`parameters.${key}.label`)).join(", "),
          })}
        </p>
      )}
      {place.basis === "unknown" && <p>{t("lens.basisUnknown")}</p>}
      <p>{t(`lens.${legend}`)}</p>
    </div>
  );
}

function WhyNot({ kind, pane }: { kind: LensState["kind"]; pane: Pane }) {
  const t = useTranslations("lens");
  const target = useTarget(pane.model);
  const model = modelLabel(pane.model);
  switch (kind) {
    case "noOdds":
      return <RunWithOdds pane={pane.id} target={target} model={model} />;
    case "busy":
      return <p className="mt-1 text-xs text-mute">{t("working")}</p>;
    case "neverOdds":
      return <p className="mt-1 text-xs text-mute">{t("neverOdds", { model })}</p>;
    case "failed":
    case "noRoom":
    case "typeFirst":
    case "runFirst":
      return <p className="mt-1 text-xs text-mute">{t(kind)}</p>;
    case "answer":
    case "prompt":
      return null;
  }
}
