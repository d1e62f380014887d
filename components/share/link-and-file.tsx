import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { fileNameOf } from "@/lib/links/file-name";
import { writeLinkFile } from "@/lib/links/link-file";
import { LINK_MARK } from "@/lib/links/link-mark";
import { isThisMachine } from "@/lib/links/this-machine";
import { CopyButton } from "./copy-button";
import type { Option } from "./use-options";
import { WhyNot } from "./why-not";

/** The two ways that ask no server: a link that holds everything itself, and a file. */
export function LinkAndFile({
  option: { document, measured },
  origin,
  isAsking,
  onNews,
}: {
  option: Option;
  origin: string;
  /** Whether it is not known yet where others reach the server: a link is copied with an address that works for them. */
  isAsking: boolean;
  onNews: (news: string) => void;
}) {
  const t = useTranslations();
  const link = measured && "link" in measured ? measured.link : undefined;
  const file = useMemo(() => writeLinkFile(document), [document]);
  const save = () => {
    if ("problem" in file) return;
    const name = fileNameOf(document.title, t("app.untitled"));
    saveFile(name, file.text);
    onNews(t("share.fileSaved", { name }));
  };
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <CopyButton
          label={t("share.copyLink")}
          text={`${origin}/${LINK_MARK}${link}`}
          disabled={link === undefined || isAsking}
          onCopied={() => onNews(t("share.linkCopied", { characters: link?.length ?? 0 }))}
        />
        <Button disabled={"problem" in file} onClick={save}>
          {t("share.saveFile")}
        </Button>
      </div>
      {"problem" in file ? (
        <WhyNot problem={file.problem} way="file" />
      ) : (
        measured && "problem" in measured && <WhyNot problem={measured.problem} way="link" />
      )}
      {link !== undefined && !isAsking && isThisMachine(origin) && (
        <p className="mt-1 text-xs text-mute">{t("share.thisMachine")}</p>
      )}
    </>
  );
}
