import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useOddsTexts } from "@/components/tokens/use-odds-texts";
import type { ParameterValues } from "@/lib/catalog/parameters";
import { lensCaption, type LensCaption } from "@/lib/odds/lens-caption";
import type { PlaceOdds } from "@/lib/odds/odds";

/** So long after the last move of a fader what came of it is said. */
const REST_MS = 700;

const CAPTIONS = {
  own: "captionOwn",
  same: "captionSame",
  temperature: "captionTemperature",
  faders: "captionFaders",
} as const satisfies Record<LensCaption["kind"], string>;

/** What the bars mean, what the figures come to, and what cannot be told. One for each pane: give it a key. */
export function LensNotes({ place, settings }: { place: PlaceOdds; settings: ParameterValues }) {
  const t = useTranslations();
  const caption = useCaption(place, settings);
  const kind = place.basis === "shaped" ? "shaped" : place.isAmongReturned ? "among" : "whole";
  return (
    <div className="mt-2 flex flex-col gap-1 text-xs text-mute">
      {caption !== undefined && (
        <p className="text-ink" data-caption>
          {caption}
        </p>
      )}
      {!place.isWhole && place.others.own !== undefined && (
        <p>{t("lens.unreturned", { share: `${(100 * place.others.own).toFixed(1)}%` })}</p>
      )}
      {place.unknown && (
        <p>
          {t("lens.unknownFaders", {
            names: place.unknown.map((key) => t(`parameters.${key}.label`)).join(", "),
          })}
        </p>
      )}
      {place.basis === "unknown" && <p>{t("lens.basisUnknown")}</p>}
      <p>{t("lens.legend", { kind, here: String(place.token !== undefined) })}</p>
      <Said text={caption} settings={settings} />
    </div>
  );
}

function useCaption(place: PlaceOdds, settings: ParameterValues): string | undefined {
  const t = useTranslations("lens");
  const { name } = useOddsTexts();
  const caption = lensCaption(place, settings);
  if (!caption) return undefined;
  const { kind, token, shaped, own, temperature } = caption;
  return t(own ? CAPTIONS[kind] : "captionShaped", {
    token: name(token.text),
    temperature: String(temperature),
    shaped: t("times", shaped),
    own: own ? t("times", own) : "",
  });
}

/** Says, to who does not see the bars move, what moving a fader has come to: once, when the hand rests. */
function Said({ text = "", settings }: { text?: string; settings: ParameterValues }) {
  const [said, setSaid] = useState("");
  const before = useRef(settings);
  const say = useEffectEvent(() => setSaid(text));
  useEffect(() => {
    if (before.current === settings) return;
    before.current = settings;
    const timer = setTimeout(() => say(), REST_MS);
    return () => clearTimeout(timer);
  }, [settings]);
  return (
    <span aria-live="polite" className="sr-only">
      {said}
    </span>
  );
}
