import type { ReactNode } from "react";
import { partOf } from "@/components/ui/on-demand";
import { parameterRow, type ParameterRow } from "@/lib/catalog/parameters";
import { ChoiceControl, SwitchControl } from "./choice-controls";
import type { ControlProps } from "./control-frame";
import { controlOnDemand } from "./control-on-demand";
import { NumberControl } from "./number-control";

/** Comes with the checks of all parameters. */
const JsonControl = controlOnDemand(partOf(() => import("./json-control")));
const StringsControl = controlOnDemand(partOf(() => import("./strings-control")));
const TokenBiasControl = controlOnDemand(partOf(() => import("./token-bias-control")));

/** A control for each kind of parameter; a new kind does not compile without one. */
const CONTROLS: Record<ParameterRow["kind"], (props: ControlProps & { regionEntry?: boolean }) => ReactNode> =
  {
    number: NumberControl,
    integer: NumberControl,
    choice: ChoiceControl,
    switch: SwitchControl,
    strings: StringsControl,
    tokenBias: TokenBiasControl,
    schema: JsonControl,
    body: JsonControl,
  };

/** The control of one parameter, by its kind. */
export function Control(props: ControlProps & { regionEntry?: boolean }) {
  const KindControl = CONTROLS[parameterRow(props.name).kind];
  return <KindControl {...props} />;
}
