import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { copyText } from "./copy-text";

/** Code to read, copy and download. Copied is what is shown, character by character. */
export function CodeBlock({ code, file, label }: { code: string; file: string; label: string }) {
  const t = useTranslations("code");
  const [copied, setCopied] = useState<{ code: string; isDone: boolean }>();
  const said = copied?.code === code ? t(copied.isDone ? "copied" : "notCopied") : "";
  return (
    <>
      <pre
        tabIndex={0}
        aria-label={label}
        className="max-h-96 overflow-auto rounded-md bg-sunk p-3 font-mono text-xs break-all whitespace-pre-wrap"
      >
        {code}
      </pre>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button onClick={async () => setCopied({ code, isDone: await copyText(code) })}>{t("copy")}</Button>
        <Button variant="quiet" onClick={() => saveFile(file, code, "text/plain")}>
          {t("download", { file })}
        </Button>
        <span role="status" className="text-xs text-mute">
          {said}
        </span>
      </div>
    </>
  );
}
