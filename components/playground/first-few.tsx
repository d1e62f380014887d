import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";

/** The first `few` items of a list, and a last one that brings the rest: to stand inside a <ul>. */
export function FirstFew<T>({
  items,
  few = 8,
  renderItem,
}: {
  items: readonly T[];
  few?: number;
  renderItem: (item: T) => ReactNode;
}) {
  const t = useTranslations("pane");
  const [isWhole, setWhole] = useState(false);
  const left = items.length - few;
  return (
    <>
      {(isWhole ? items : items.slice(0, few)).map(renderItem)}
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
