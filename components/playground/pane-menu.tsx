import { useState } from "react";
import { useTranslations } from "use-intl";
import { PartMissing } from "@/components/part-missing";
import { IconButton } from "@/components/ui/icon-button";
import { MoreIcon } from "@/components/ui/icons";
import { partOf, usePart } from "@/components/ui/on-demand";
import type { Pane } from "@/lib/playground/experiment";

const ITEMS = partOf(() => import("./pane-menu-items"));

export type PaneMenuProps = {
  pane: Pane;
  number: number;
  running: boolean;
  enlarged: boolean;
  onEnlarge: () => void;
};

/**
 * The button of a pane's menu; what the menu holds is fetched when one is first opened. Who presses Escape or goes
 * elsewhere meanwhile finds no menu opened, which would take focus.
 */
export function PaneMenu(props: PaneMenuProps) {
  const t = useTranslations("pane");
  const [isWanted, setWanted] = useState(false);
  const { Shown: Items, again } = usePart(ITEMS, isWanted);
  if (isWanted && Items) return <Items {...props} />;
  const withdraw = () => setWanted(false);
  return (
    <>
      <IconButton
        label={t("menu", { number: props.number })}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => {
          setWanted(true);
          again?.();
        }}
        onBlur={again ? undefined : withdraw}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !isWanted) return;
          event.preventDefault();
          withdraw();
        }}
      >
        <MoreIcon />
      </IconButton>
      {isWanted && again && <PartMissing onAgain={again} />}
    </>
  );
}
