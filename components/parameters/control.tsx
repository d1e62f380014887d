import type { ReactNode } from "react";
import { parameterRow, type ParameterRow } from "@/lib/catalog/parameters";
import { ChoiceControl, SwitchControl } from "./choice-controls";
import type { ControlProps } from "./control-frame";
import { JsonControlOnDemand } from "./json-control-on-demand";
import { NumberControl } from "./number-control";
import { StringsControl } from "./strings-control";
import { TokenBiasControl } from "./token-bias-control";

/** A control for each kind of parameter; a new kind does not compile without one. */
const CONTROLS: Record<ParameterRow["kind"], (props: ControlProps & { regionEntry?: boolean }) => ReactNode> =
  {
    number: NumberControl,
    integer: NumberControl,
    choice: ChoiceControl,
    switch: SwitchControl,
    strings: StringsControl,
    tokenBias: TokenBiasControl,
    schema: JsonControlOnDemand,
    body: JsonControlOnDemand,
  };

/** The control of one parameter, by its kind. */
export function Control(props: ControlProps & { regionEntry?: boolean }) {
  const KindControl = CONTROLS[parameterRow(props.name).kind];
  return <KindControl {...props} />;
}
