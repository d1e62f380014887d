import { useTranslations } from "use-intl";
import { LaterTexts } from "@/components/later-texts";
import { PartMissing } from "@/components/part-missing";
import { Dialog } from "@/components/ui/dialog";
import { OnDemand, type Part } from "@/components/ui/on-demand";

type LaterDialogProps<P> = { title: string; part: Part<P>; props: P; onClose: () => void };

/** A dialog; what is in it is fetched, code and texts, when one like it is first opened. */
export function LaterDialog<P extends object>({ title, part, props, onClose }: LaterDialogProps<P>) {
  const t = useTranslations();
  const meanwhile = (again: (() => void) | undefined) =>
    again ? <PartMissing onAgain={again} /> : <p className="text-mute">{t("pane.waiting")}…</p>;
  return (
    <Dialog title={title} closeLabel={t("desk.close")} onClose={onClose}>
      <LaterTexts renderMeanwhile={meanwhile}>
        <OnDemand part={part} props={props} renderMeanwhile={meanwhile} />
      </LaterTexts>
    </Dialog>
  );
}
