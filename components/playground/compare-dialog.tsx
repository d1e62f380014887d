import { useTranslations } from "use-intl";
import { LaterTexts } from "@/components/later-texts";
import { PartMissing } from "@/components/part-missing";
import { Dialog } from "@/components/ui/dialog";
import { OnDemand, partOf } from "@/components/ui/on-demand";

const ANSWERS = partOf(() => import("./compare-answers"));

/** The dialog that compares two answers, at first one of `pane`; what is in it is fetched when it is first opened. */
export function CompareDialog({ pane, onClose }: { pane: string; onClose: () => void }) {
  const t = useTranslations();
  const meanwhile = (again: (() => void) | undefined) =>
    again ? <PartMissing onAgain={again} /> : <p className="text-mute">{t("pane.waiting")}…</p>;
  return (
    <Dialog title={t("pane.compareTitle")} closeLabel={t("desk.close")} onClose={onClose}>
      <LaterTexts renderMeanwhile={meanwhile}>
        <OnDemand part={ANSWERS} props={{ pane }} renderMeanwhile={meanwhile} />
      </LaterTexts>
    </Dialog>
  );
}
