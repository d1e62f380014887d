import { useTranslations } from "use-intl";
import type { RunRecord } from "@/lib/playground/experiment";
import { useDeskTools } from "./desk-context";
import { useHold } from "./lockable";

/** The seed a run was made with, and whether the next run keeps it ("Same dice") or draws anew ("New dice"). */
export function Dice({
  pane,
  record,
  fixedSeed,
}: {
  pane: string;
  record: RunRecord;
  fixedSeed: number | undefined;
}) {
  const t = useTranslations("pane");
  const locked = useTranslations("desk")("locked");
  const { store } = useDeskTools();
  const seed = record.run.start?.seed;
  const hold = useHold("seed");
  if (seed === undefined || hold === "hidden") return null;
  const isFixed = fixedSeed === seed;
  const setSeed = (value: number | undefined) =>
    store.dispatch({ type: "setParameter", pane, key: "seed", value });
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-xs text-mute">
      {t("seed", { seed: String(seed) })}
      <button
        type="button"
        disabled={hold === "locked"}
        className="min-h-6 cursor-pointer underline underline-offset-2 hover:text-ink disabled:no-underline"
        title={hold ? locked : isFixed ? t("newDiceHint") : t("sameDiceHint")}
        onClick={() => setSeed(isFixed ? undefined : seed)}
      >
        {isFixed ? t("newDice") : t("sameDice")}
      </button>
    </span>
  );
}
