import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { findPane } from "@/lib/playground/experiment";
import { useDeskPart } from "./desk-context";
import { RunButtons } from "./run-buttons";

/** The phone's one fixed bar: the faders' sheet and Run. */
export function BottomBar({ onFaders, isRailOpen }: { onFaders: () => void; isRailOpen: boolean }) {
  const t = useTranslations("desk");
  const temperature = useDeskPart((desk) => findPane(desk, desk.selected).parameters.temperature);
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 hidden gap-3 border-t border-line bg-panel px-4 py-2.5 max-sm:flex [&>button]:flex-1 [&>button]:justify-center">
      <Button variant="outline" data-unfold="faders" aria-expanded={isRailOpen} onClick={onFaders}>
        {temperature === undefined ? t("faders") : t("fadersOf", { value: temperature })}
      </Button>
      <RunButtons wide={false} />
    </div>
  );
}
