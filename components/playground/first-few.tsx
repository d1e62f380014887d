import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";

/** So many of a list are shown until one asks for the rest. */
const FEW = 8;

/** The first items of a list, and a last one that brings the rest: to stand inside a <ul>. */
export function FirstFew<T>({
  items,
  renderItem,
}: {
  items: readonly T[];
  renderItem: (item: T) => ReactNode;
}) {
  const t = useTranslations("pane");
  const [isWhole, setWhole] = useState(false);
  const left = items.length - FEW;
  return (
    <>
      {(isWhole ? items : items.slice(0, FEW)).map(renderItem)}
      {left > 0 && (
        <li>
          <button
            type="button"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
            className="min-h-6 cursor-pointer text-xs text-mute underline underline-offset-2 hover:text-ink"
          >
            {isWhole ? t("fewer") : t("more", { count: left })}
          </button>
        </li>
      )}
    </>
  );
}
