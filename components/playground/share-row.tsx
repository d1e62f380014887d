import { useTranslations } from "use-intl";
import { ShareBar } from "@/components/ui/share-bar";
import { percent } from "@/lib/plain-numbers";

const GRID = "grid min-h-6 w-full grid-cols-[minmax(0,1fr)_84px_24px] items-center gap-2.5 py-0.5";

/** A text with how many of the finished runs gave it, as a bar and a figure; with `onShow` it is pressed to see it whole. */
export function ShareRow({
  text,
  count,
  finished,
  onShow,
}: {
  text: string;
  count: number;
  finished: number;
  onShow?: () => void;
}) {
  const t = useTranslations("pane");
  const share = count / finished;
  const row = (
    <>
      <span className="line-clamp-3 wrap-break-word">{text}</span>
      <ShareBar share={share} label={t("spreadGroup", { count, finished, share: percent(share) })} />
      <span aria-hidden className="text-right">
        {count}
      </span>
    </>
  );
  return onShow ? (
    <button
      type="button"
      onClick={onShow}
      className={`${GRID} cursor-pointer rounded text-left hover:bg-sunk`}
    >
      {row}
    </button>
  ) : (
    <div className={GRID}>{row}</div>
  );
}
