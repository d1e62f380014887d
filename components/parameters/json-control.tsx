import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { parameterValuesSchema } from "@/lib/parameter-schema";
import { parameterRow, type JsonObject } from "@/lib/catalog/parameters";
import { findProblem } from "@/lib/field-problem";
import { EXAMPLE_SCHEMA } from "@/lib/json-schema-check";
import { ControlFrame, type ControlProps } from "./control-frame";
import { useControlTexts } from "./use-control-texts";

/** A JSON object one writes; what is no JSON, or may not be sent, is kept as written and said. */
export default function JsonControl(control: ControlProps) {
  const t = useTranslations();
  const { label } = useControlTexts();
  const { name, values, onChange } = control;
  const [draft, setDraft] = useState<string>();
  const value = values[name] as JsonObject | undefined;
  const text = draft ?? (value === undefined ? "" : JSON.stringify(value, null, 2));
  /** The place inside the object, without the parameter's own name. */
  const problemText = ({ path, problem: { kind, ...values } }: ReturnType<typeof findProblem>) => {
    const place = path.split(".").slice(1).join(".");
    const field = t("fields.quoted", { name: place === "" ? label(name) : place });
    return t(`fields.${kind}`, { field, ...values } as never);
  };
  const read = (written: string): { value?: JsonObject; error?: string } => {
    if (written.trim() === "") return {};
    try {
      const parsed = JSON.parse(written) as JsonObject;
      const given = { [name]: parsed };
      const checked = parameterValuesSchema.safeParse(given);
      return checked.success ? { value: parsed } : { error: problemText(findProblem(checked.error, given)) };
    } catch (error) {
      return { error: t("rail.notJson", { detail: error instanceof Error ? error.message : "" }) };
    }
  };
  const { error } = read(text);
  return (
    <ControlFrame control={control}>
      <TextArea
        label={label(name)}
        hideLabel
        value={text}
        rows={4}
        error={error}
        onChange={(written) => {
          setDraft(written);
          const result = read(written);
          if (!result.error) onChange(name, result.value);
        }}
      />
      {parameterRow(name).kind === "schema" && text === "" && (
        <Button size="small" onClick={() => onChange(name, EXAMPLE_SCHEMA)}>
          {t("rail.startFromExample")}
        </Button>
      )}
    </ControlFrame>
  );
}
