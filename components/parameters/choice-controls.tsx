import { useTranslations } from "use-intl";
import { SelectField } from "@/components/ui/select-field";
import type { ParameterValue } from "@/lib/catalog/parameters";
import { choicesOf } from "@/lib/catalog/support";
import { ControlFrame, type ControlProps } from "./control-frame";
import { useControlTexts } from "./use-control-texts";

/** In the lists: nothing chosen, so nothing sent. */
const UNSET = "";

/** One of a few words, as the field spells them. */
export function ChoiceControl(control: ControlProps) {
  const t = useTranslations("rail");
  const { label } = useControlTexts();
  const { name, target, values, onChange } = control;
  const given = values[name] as string | undefined;
  const taken = choicesOf(name, target);
  // A value that this model does not take stays in sight, with its reason, until it is changed.
  const choices = given === undefined || taken.includes(given) ? taken : [...taken, given];
  return (
    <ControlFrame
      control={control}
      field={
        <SelectField
          label={label(name)}
          hideLabel
          value={given ?? UNSET}
          options={[
            { value: UNSET, label: t("default") },
            ...choices.map((value) => ({ value, label: value })),
          ]}
          onChange={(value) => onChange(name, value === UNSET ? undefined : (value as ParameterValue))}
        />
      }
    />
  );
}

/** On, off, or not said at all. */
export function SwitchControl(control: ControlProps) {
  const t = useTranslations("rail");
  const { label } = useControlTexts();
  const { name, values, onChange } = control;
  const value = values[name] as boolean | undefined;
  return (
    <ControlFrame
      control={control}
      field={
        <SelectField
          label={label(name)}
          hideLabel
          value={value === undefined ? UNSET : String(value)}
          options={[
            { value: UNSET, label: t("default") },
            { value: "true", label: t("on") },
            { value: "false", label: t("off") },
          ]}
          onChange={(next) => onChange(name, next === UNSET ? undefined : next === "true")}
        />
      }
    />
  );
}
