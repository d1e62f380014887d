import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { ChevronLeftIcon, ChevronRightIcon } from "@/components/ui/icons";

/** "Run 3 of 5" with a step back and forth through the runs a pane keeps. */
export function RunHistory({
  shown,
  all,
  onShow,
}: {
  shown: number;
  all: number;
  onShow: (index: number) => void;
}) {
  const t = useTranslations("pane");
  if (all < 2) return null;
  return (
    <span className="flex items-center gap-1 text-xs text-mute">
      <IconButton label={t("older")} disabled={shown === 0} onClick={() => onShow(shown - 1)}>
        <ChevronLeftIcon />
      </IconButton>
      {t("history", { shown: shown + 1, all })}
      <IconButton label={t("newer")} disabled={shown === all - 1} onClick={() => onShow(shown + 1)}>
        <ChevronRightIcon />
      </IconButton>
    </span>
  );
}
