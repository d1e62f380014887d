import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** What a folded column leaves at the edge: one button that brings it back. */
export function FoldedEdge(props: {
  side: "left" | "right";
  label: string;
  icon: ReactNode;
  onUnfold: () => void;
}) {
  return (
    <div
      className={`h-full w-12 shrink-0 border-line bg-panel p-2 ${props.side === "left" ? "border-r" : "border-l"}`}
    >
      <IconButton
        data-unfold={props.side === "left" ? "prompt" : "faders"}
        label={props.label}
        onClick={props.onUnfold}
      >
        {props.icon}
      </IconButton>
    </div>
  );
}
