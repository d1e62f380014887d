import { useTranslations } from "use-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextButton } from "@/components/ui/text-button";
import type { Holds } from "@/lib/links/holds";
import { LOCKABLE_CONTROLS, type LockableControl } from "@/lib/links/link-document";
import type { Hold } from "@/lib/playground/hold";
import { useControlName } from "./use-control-name";

/** For a class: what stands free, is locked or is hidden where the link is opened. */
export function HoldsTable({ holds, onChange }: { holds: Holds; onChange: (holds: Holds) => void }) {
  const t = useTranslations("share");
  const name = useControlName();
  const options = (["free", "locked", "hidden"] as const).map((value) => ({
    value,
    label: t(`holds.${value}`),
  }));
  const set = (control: LockableControl, value: string) => {
    const { [control]: _, ...rest } = holds;
    onChange(value === "free" ? rest : { ...rest, [control]: value as Hold });
  };
  const setAll = (hold: Hold | undefined) =>
    onChange(hold ? Object.fromEntries(LOCKABLE_CONTROLS.map((control) => [control, hold])) : {});
  return (
    <>
      <p className="text-sm text-mute">{t("holdsHint")}</p>
      <p className="mt-1 flex flex-wrap gap-4">
        <TextButton onClick={() => setAll("locked")}>{t("lockAll")}</TextButton>
        <TextButton onClick={() => setAll(undefined)}>{t("freeAll")}</TextButton>
      </p>
      <ul className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {LOCKABLE_CONTROLS.map((control) => (
          <li key={control} className="flex items-center justify-between gap-2">
            <span aria-hidden className={holds[control] ? "font-semibold" : ""}>
              {name(control)}
            </span>
            <SelectField
              label={name(control)}
              hideLabel
              value={holds[control] ?? "free"}
              options={options}
              onChange={(value) => set(control, value)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
