import { useTranslations } from "use-intl";
import { SelectField } from "@/components/ui/select-field";
import { parameterRow, type ChoiceRow, type ParameterValue } from "@/lib/catalog/parameters";
import { ControlFrame, type ControlProps } from "./control-frame";
import { useControlTexts } from "./use-control-texts";

/** In the lists: nothing chosen, so nothing sent. */
const UNSET = "";

/** One of a few words, as the field spells them. */
export function ChoiceControl(control: ControlProps) {
  const t = useTranslations("rail");
  const { label } = useControlTexts();
  const { name, values, onChange } = control;
  const row = parameterRow(name) as ChoiceRow;
  return (
    <ControlFrame
      control={control}
      field={
        <SelectField
          label={label(name)}
          hideLabel
          value={(values[name] as string | undefined) ?? UNSET}
          options={[
            { value: UNSET, label: t("default") },
            ...row.values.map((value) => ({ value, label: value })),
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
