import { PartMissing } from "@/components/part-missing";
import { OnDemand, partOf } from "@/components/ui/on-demand";
import { ControlFrame, type ControlProps } from "./control-frame";

/** Comes with the checks of all parameters, which a first visit does not need. */
const JSON_CONTROL = partOf(() => import("./json-control"));

/** The control of a JSON object; its name and help stand at once, the field when its code is there. */
export function JsonControlOnDemand(control: ControlProps) {
  return (
    <OnDemand
      part={JSON_CONTROL}
      props={control}
      renderMeanwhile={(again) => (
        <ControlFrame control={control}>{again && <PartMissing onAgain={again} />}</ControlFrame>
      )}
    />
  );
}
