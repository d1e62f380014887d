import { useState } from "react";
import { useTranslations } from "use-intl";
import { TextArea } from "@/components/ui/text-area";
import { parameterValuesSchema } from "@/lib/parameter-schema";
import type { JsonObject } from "@/lib/catalog/parameters";
import { ControlFrame, type ControlProps } from "./control-frame";
import { useControlTexts } from "./use-control-texts";

/** A JSON object one writes; what is no JSON, or may not be sent, is kept as written and said. */
export function JsonControl(control: ControlProps) {
  const t = useTranslations("rail");
  const { label } = useControlTexts();
  const { name, values, onChange } = control;
  const [draft, setDraft] = useState<string>();
  const value = values[name] as JsonObject | undefined;
  const text = draft ?? (value === undefined ? "" : JSON.stringify(value, null, 2));
  const read = (written: string): { value?: JsonObject; error?: string } => {
    if (written.trim() === "") return {};
    try {
      const parsed = JSON.parse(written) as JsonObject;
      return parameterValuesSchema.safeParse({ [name]: parsed }).success
        ? { value: parsed }
        : { error: t("notAllowedJson") };
    } catch (error) {
      return { error: t("notJson", { detail: error instanceof Error ? error.message : "" }) };
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
    </ControlFrame>
  );
}
