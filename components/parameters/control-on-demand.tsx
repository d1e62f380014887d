import type { ReactNode } from "react";
import { LaterTexts } from "@/components/later-texts";
import { PartMissing } from "@/components/part-missing";
import { OnDemand, type Part } from "@/components/ui/on-demand";
import { ControlFrame, type ControlProps } from "./control-frame";

/** A control whose field comes with its code, which a first visit does not need; its name and help stand at once. */
export function controlOnDemand(part: Part<ControlProps>): (control: ControlProps) => ReactNode {
  return function ControlOnDemand(control) {
    const renderMeanwhile = (again: (() => void) | undefined) => (
      <ControlFrame control={control}>{again && <PartMissing onAgain={again} />}</ControlFrame>
    );
    return (
      <LaterTexts renderMeanwhile={renderMeanwhile}>
        <OnDemand part={part} props={control} renderMeanwhile={renderMeanwhile} />
      </LaterTexts>
    );
  };
}
