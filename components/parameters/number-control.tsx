import { useTranslations } from "use-intl";
import { NumberField } from "@/components/ui/number-field";
import { Slider } from "@/components/ui/slider";
import { dialectRow, type DialectId } from "@/lib/catalog/dialects";
import { parameterRow, type NumberRow, type ParameterKey } from "@/lib/catalog/parameters";
import { rangeOf } from "@/lib/catalog/support";
import { ControlFrame, type ControlProps } from "./control-frame";
import { useControlTexts } from "./use-control-texts";

/** How far the fader reaches for this model; the number field reaches further. */
function faderMax(name: ParameterKey, row: NumberRow, dialect: DialectId | undefined): number {
  const near = dialect && dialectRow(dialect).faderMax?.[name];
  const most = (dialect && rangeOf(name, dialect)?.max) ?? row.max;
  return near ?? Math.min(row.faderMax ?? most, most);
}

/** A number on a fader with its field. Unset it rests on the default mark. */
export function NumberControl(control: ControlProps & { regionEntry?: boolean }) {
  const t = useTranslations("rail");
  const { label } = useControlTexts();
  const { name, target, values, onChange, regionEntry } = control;
  const row = parameterRow(name) as NumberRow;
  const value = values[name] as number | undefined;
  const max = faderMax(name, row, target?.dialect);
  const mark = row.neutral ?? (row.rests === "high" ? max : row.min);
  const change = (next: number | undefined) => onChange(name, next);
  const valueText =
    value === undefined
      ? t("defaultNotSent")
      : row.neutral === undefined
        ? String(value)
        : t("againstDefault", { value, neutral: row.neutral });
  return (
    <ControlFrame
      control={control}
      field={
        <NumberField
          label={label(name)}
          value={value}
          min={row.min}
          max={row.max}
          step={row.step}
          wholeOnly={row.kind === "integer"}
          placeholder={t("default")}
          error={t(row.kind === "integer" ? "wholeRange" : "range", { min: row.min, max: row.max })}
          onChange={change}
        />
      }
    >
      <Slider
        label={label(name)}
        min={row.min}
        max={max}
        step={row.step}
        value={Math.min(value ?? mark, max)}
        mark={mark}
        isSet={value !== undefined}
        valueText={valueText}
        describedBy={`help-${name}`}
        regionEntry={regionEntry}
        onChange={change}
        onReset={() => change(undefined)}
      />
    </ControlFrame>
  );
}
