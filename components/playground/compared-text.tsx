import { useTranslations } from "use-intl";
import type { Stretch } from "@/lib/playground/compare-texts";

/** Two texts as one: what only the left has struck through, what only the right has underlined, each also said in a word. */
export function ComparedText({ stretches }: { stretches: readonly Stretch[] }) {
  const t = useTranslations("compare");
  return (
    <p className="mt-3 rounded-md bg-sunk p-3 text-base/[1.7] wrap-break-word whitespace-pre-wrap">
      {stretches.map(({ kind, text }, index) => {
        // A stretch has no other identity than its place: another pair is another text.
        const key = `${index} ${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        return kind === "left" ? (
          <del key={key} className="line-through decoration-2">
            <span className="sr-only">{t("removed")}</span>
            {text}
          </del>
        ) : (
          <ins key={key} className="text-accent underline decoration-2 underline-offset-4">
            <span className="sr-only">{t("added")}</span>
            {text}
          </ins>
        );
      })}
    </p>
  );
}
