import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { CloseIcon } from "@/components/ui/icons";
import type { Unit } from "@/lib/odds/join-tokens";
import type { AnswerToken } from "@/lib/odds/odds";
import { toHex } from "@/lib/odds/to-hex";
import { hasCut, useOddsTexts } from "./use-odds-texts";

export type PlaceDetailsProps = {
  id: string;
  tokens: readonly AnswerToken[];
  /** The unit that holds the chosen token. */
  unit: Unit;
  /** Index of the chosen token. */
  chosen: number;
  onChoose: (token: number) => void;
  onClose: () => void;
  /** What else might have stood there. */
  children: ReactNode;
};

/** The place of a chosen token: its odds in figures, and what else might have stood there. */
export function PlaceDetails({ id, tokens, unit, chosen, onChoose, onClose, children }: PlaceDetailsProps) {
  const t = useTranslations("tokens");
  const texts = useOddsTexts();
  const title = t("place", { name: texts.name(unit.text) });
  const { own, shaped, kept, all } = tokens[chosen] ?? {};
  const root = useRef<HTMLElement>(null);
  // Below a long answer it would open out of sight. Focus stays in the text, and the next arrow key scrolls back to it.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- anew for every choice
  // The panel stays where it is while another token is chosen: it comes into view each time.
  useEffect(() => {
    // Braces, for newer browsers return a promise here, and an effect may return no such thing.
    root.current?.scrollIntoView({ block: "nearest" });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen]);
  return (
    <section ref={root} id={id} aria-label={title} className="mt-3 border-y border-line py-2 text-[13px]">
      <div className="flex items-center justify-between gap-2">
        <h3 className="min-w-0 font-semibold wrap-break-word">{title}</h3>
        <IconButton label={t("close")} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {unit.to - unit.from > 1 && <Parts {...{ tokens, unit, chosen, onChoose }} />}
      {own === undefined && shaped === undefined && <p className="text-mute">{t("unknown")}</p>}
      {own !== undefined && (
        <Figures title={t("own")}>
          {own > 0 && <span className="font-semibold text-ink">{texts.oneIn(own)}</span>}
          <span>{texts.share(own)}</span>
          {own > 0 && <span>{texts.surprise(own)}</span>}
        </Figures>
      )}
      {shaped !== undefined && (
        <Figures title={t("shaped")}>
          <span>{texts.share(shaped)}</span>
          {kept !== undefined && all !== undefined && hasCut({ kept, all }) && (
            <span>{t("kept", { kept, all })}</span>
          )}
        </Figures>
      )}
      <div className="mt-2">{children}</div>
    </section>
  );
}

/** A line of figures, and whose they are. */
function Figures({ title, children }: { title: string; children: ReactNode }) {
  return (
    <p className="flex flex-wrap gap-x-3 text-mute">
      <span>{title}</span>
      {children}
    </p>
  );
}

/** The tokens that make up one character; each has odds of its own. */
function Parts({
  tokens,
  unit,
  chosen,
  onChoose,
}: Pick<PlaceDetailsProps, "tokens" | "unit" | "chosen" | "onChoose">) {
  const t = useTranslations("tokens");
  return (
    <p className="mb-1 flex flex-wrap items-center gap-1">
      <span className="text-mute">{t("parts", { count: unit.to - unit.from })}</span>
      {tokens.slice(unit.from, unit.to).map(({ bytes }, at) => {
        const index = unit.from + at;
        return (
          <button
            key={index}
            type="button"
            aria-pressed={index === chosen}
            aria-label={t("part", { number: at + 1, hex: toHex(bytes) })}
            onClick={() => onChoose(index)}
            className="min-h-6.5 cursor-pointer rounded-md border border-edge px-2 font-mono text-xs hover:bg-sunk aria-pressed:border-accent aria-pressed:bg-sunk aria-pressed:font-semibold"
          >
            {toHex(bytes)}
          </button>
        );
      })}
    </p>
  );
}
