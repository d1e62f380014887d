import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { CloseIcon } from "@/components/ui/icons";
import { parameterRow, type StringsRow } from "@/lib/catalog/parameters";
import { ControlFrame, type ControlProps } from "./control-frame";
import { useControlTexts } from "./use-control-texts";

/** Line breaks and tabs are written \n and \t, as they would not show otherwise. */
const readEscapes = (text: string) =>
  text.replace(/\\([nt\\])/g, (_, letter: string) => ({ n: "\n", t: "\t" })[letter] ?? "\\");
const showEscapes = (text: string) => text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\t/g, "\\t");

/** A short list of texts, one added at a time. */
export default function StringsControl(control: ControlProps) {
  const t = useTranslations("rail");
  const { label } = useControlTexts();
  const { name, values, onChange } = control;
  const row = parameterRow(name) as StringsRow;
  const list = (values[name] as string[] | undefined) ?? [];
  const [draft, setDraft] = useState("");
  const added = readEscapes(draft);
  const canAdd =
    added !== "" && added.length <= row.maxLength && list.length < row.maxItems && !list.includes(added);
  const set = (next: string[]) => onChange(name, next.length === 0 ? undefined : next);
  const add = () => {
    if (!canAdd) return;
    set([...list, added]);
    setDraft("");
  };
  return (
    <ControlFrame control={control}>
      <ul className="flex flex-wrap gap-1.5 empty:hidden">
        {list.map((text) => (
          <li key={text} className="flex items-center rounded border border-edge pl-2 font-mono text-xs">
            <span className="whitespace-pre">{showEscapes(text)}</span>
            <IconButton
              label={t("removeItem", { item: showEscapes(text) })}
              onClick={() => set(list.filter((each) => each !== text))}
            >
              <CloseIcon />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className="mt-1 flex gap-2">
        <input
          aria-label={label(name)}
          value={draft}
          placeholder={t("stringsPlaceholder")}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey)
              return;
            event.preventDefault();
            add();
          }}
          className="min-w-0 flex-1 rounded-md border border-edge bg-panel px-2 py-0.5 font-mono text-[13px]"
        />
        <Button size="small" disabled={!canAdd} onClick={add}>
          {t("add")}
        </Button>
      </div>
      {list.length >= row.maxItems && (
        <p className="mt-1 text-xs text-mute">{t("mostItems", { count: row.maxItems })}</p>
      )}
    </ControlFrame>
  );
}
