import type { ReactNode } from "react";
import { LaterTexts } from "@/components/later-texts";
import { PartMissing } from "@/components/part-missing";
import { OnDemand, type Part } from "@/components/ui/on-demand";

/** A part of the desk that comes on demand, code and texts; `meanwhile` stands in its place until it is there. */
export function LaterPart<P extends object>({
  part,
  props,
  meanwhile,
}: {
  part: Part<P>;
  props: P;
  meanwhile: ReactNode;
}) {
  const renderMeanwhile = (again: (() => void) | undefined) => (
    <>
      {meanwhile}
      {again && <PartMissing onAgain={again} />}
    </>
  );
  return (
    <LaterTexts renderMeanwhile={renderMeanwhile}>
      <OnDemand part={part} props={props} renderMeanwhile={renderMeanwhile} />
    </LaterTexts>
  );
}
