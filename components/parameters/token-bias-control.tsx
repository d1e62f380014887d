import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { CloseIcon } from "@/components/ui/icons";
import { NumberField } from "@/components/ui/number-field";
import { Slider } from "@/components/ui/slider";
import { parameterRow, type TokenBiasRow } from "@/lib/catalog/parameters";
import { ControlFrame, type ControlProps } from "./control-frame";

const HIGHEST_TOKEN_ID = 9_999_999;

/** Tokens by their ids, each with a push up or down. */
export default function TokenBiasControl(control: ControlProps) {
  const t = useTranslations("rail");
  const { name, values, onChange } = control;
  const row = parameterRow(name) as TokenBiasRow;
  const biases = (values[name] as Record<string, number> | undefined) ?? {};
  const [draft, setDraft] = useState<number>();
  const set = (next: Record<string, number>) =>
    onChange(name, Object.keys(next).length === 0 ? undefined : next);
  const without = (id: string) =>
    Object.fromEntries(Object.entries(biases).filter(([other]) => other !== id));
  const change = (id: string, bias: number) => set({ ...biases, [id]: bias });
  const canAdd =
    draft !== undefined && !(String(draft) in biases) && Object.keys(biases).length < row.maxItems;
  return (
    <ControlFrame control={control}>
      <ul className="space-y-1">
        {Object.entries(biases).map(([id, bias]) => (
          <li key={id}>
            <div className="flex flex-wrap items-center gap-2">
              <span className="flex-1 font-mono text-xs">{t("token", { id })}</span>
              <NumberField
                label={t("biasOf", { id })}
                value={bias}
                min={row.min}
                max={row.max}
                step={1}
                wholeOnly={false}
                placeholder="0"
                error={t("range", { min: row.min, max: row.max })}
                onChange={(next) => change(id, next ?? 0)}
              />
              <IconButton
                label={t("removeItem", { item: t("token", { id }) })}
                onClick={() => set(without(id))}
              >
                <CloseIcon />
              </IconButton>
            </div>
            <Slider
              label={t("biasOf", { id })}
              min={row.min}
              max={row.max}
              step={1}
              value={bias}
              mark={0}
              isSet
              valueText={String(bias)}
              onChange={(next) => change(id, next)}
              onReset={() => set(without(id))}
            />
          </li>
        ))}
      </ul>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <NumberField
          label={t("tokenId")}
          value={draft}
          min={0}
          max={HIGHEST_TOKEN_ID}
          step={1}
          wholeOnly
          placeholder={t("tokenIdShort")}
          error={t("wholeRange", { min: 0, max: HIGHEST_TOKEN_ID })}
          onChange={setDraft}
        />
        <Button
          size="small"
          disabled={!canAdd}
          onClick={() => {
            if (draft !== undefined) change(String(draft), 0);
            setDraft(undefined);
          }}
        >
          {t("add")}
        </Button>
      </div>
    </ControlFrame>
  );
}
