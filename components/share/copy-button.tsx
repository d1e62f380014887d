import { useState } from "react";
import { useTranslations } from "use-intl";
import { copyText } from "@/components/playground/copy-text";
import { Button } from "@/components/ui/button";

/** A button that copies an address; where the browser does not let it, the address is shown, selected, to copy by hand. */
export function CopyButton({
  label,
  text,
  disabled = false,
  onCopied,
}: {
  label: string;
  text: string;
  disabled?: boolean;
  onCopied: () => void;
}) {
  const t = useTranslations("share");
  const [refused, setRefused] = useState<string>();
  const copy = async () => {
    const isCopied = await copyText(text);
    setRefused(isCopied ? undefined : text);
    if (isCopied) onCopied();
  };
  return (
    <>
      <Button disabled={disabled} onClick={() => void copy()}>
        {label}
      </Button>
      {refused === text && (
        <label className="basis-full text-sm">
          {t("copyByHand")}
          <input
            ref={selectAll}
            readOnly
            value={text}
            className="mt-1 w-full rounded-md border border-edge bg-panel px-2 py-1 font-mono text-xs"
          />
        </label>
      )}
    </>
  );
}

function selectAll(field: HTMLInputElement | null): void {
  field?.select();
}
