import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { LockableControl } from "@/lib/links/link-document";
import { holdOf, type Hold } from "@/lib/playground/hold";
import { useDeskPart } from "./desk-context";

/** How the link that the desk came from holds a control; undefined: not at all. */
export function useHold(control: LockableControl): Hold | undefined {
  return useDeskPart((desk) => holdOf(desk, control));
}

/** Something that a link may lock, which disables whatever is in it and says why, or hide. */
export function Lockable({
  control,
  className = "",
  children,
}: {
  control: LockableControl;
  /** How it stands among others while it is locked. */
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("desk");
  const hold = useHold(control);
  if (!hold) return children;
  return (
    hold === "locked" && (
      <fieldset disabled aria-label={t("locked")} className={`min-w-0 ${className}`}>
        {children}
        <p className="text-xs text-mute">{t("locked")}</p>
      </fieldset>
    )
  );
}
