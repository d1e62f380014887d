import { useTranslations } from "use-intl";
import { ShareBar } from "@/components/ui/share-bar";
import { percent } from "@/lib/plain-numbers";
import type { Spread } from "@/lib/playground/spread";

/** The answers of one "Run 10 times", equal ones together, each with its share; choosing one puts it on show. */
export function SpreadList({ spread, onShow }: { spread: Spread; onShow: (index: number) => void }) {
  const t = useTranslations("pane");
  return (
    <section className="mt-5 text-[13px]">
      <h3 className="mb-1 text-xs font-semibold text-mute">
        {t("spread", { runs: spread.runs, answers: spread.groups.length })}
      </h3>
      <ul>
        {spread.groups.map(({ text, count, share, index }) => {
          const figure = t("spreadGroup", {
            count,
            finished: spread.finished,
            share: percent(share),
          });
          return (
            <li key={index}>
              <button
                type="button"
                onClick={() => onShow(index)}
                className="grid min-h-6 w-full cursor-pointer grid-cols-[minmax(0,1fr)_84px_24px] items-center gap-2.5 rounded py-0.5 text-left hover:bg-sunk"
              >
                <span className="line-clamp-3 wrap-break-word">{text || t("emptyAnswer")}</span>
                <ShareBar share={share} label={figure} />
                <span aria-hidden className="text-right">
                  {count}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
