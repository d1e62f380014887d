import { useState } from "react";
import { useTranslations } from "use-intl";
import { PartMissing } from "@/components/part-missing";
import { IconButton } from "@/components/ui/icon-button";
import { MoreIcon } from "@/components/ui/icons";
import { OnDemand, partOf } from "@/components/ui/on-demand";
import type { Pane } from "@/lib/playground/experiment";

const ITEMS = partOf(() => import("./pane-menu-items"));

export type PaneMenuProps = {
  pane: Pane;
  number: number;
  running: boolean;
  enlarged: boolean;
  onEnlarge: () => void;
};

/** The button of a pane's menu; what the menu holds is fetched when one is first opened. */
export function PaneMenu(props: PaneMenuProps) {
  const t = useTranslations("pane");
  const [isWanted, setWanted] = useState(false);
  const button = (
    <IconButton
      label={t("menu", { number: props.number })}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      <MoreIcon />
    </IconButton>
  );
  if (!isWanted) return button;
  return (
    <OnDemand
      part={ITEMS}
      props={props}
      renderMeanwhile={(again) => (
        <>
          {button}
          {again && <PartMissing onAgain={again} />}
        </>
      )}
    />
  );
}
