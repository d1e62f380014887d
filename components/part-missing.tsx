import { useTranslations } from "use-intl";
import { Notice } from "./ui/notice";

/** Says that the code of a part could not be fetched, with a way to try once more. */
export function PartMissing({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations("app");
  return (
    <Notice tone="warn" action={{ label: t("again"), onClick: onAgain }}>
      {t("partMissing")}
    </Notice>
  );
}
