import { useLocale, useTranslations } from "use-intl";
import { dateText } from "@/components/playground/date-text";
import type { OwnLink } from "@/components/playground/own-links";
import { Button } from "@/components/ui/button";
import { isThisMachine } from "@/lib/links/this-machine";
import { CopyButton } from "./copy-button";
import { QrCode } from "./qr-code";

/** A short link that was made: its address, when it ends, how to be rid of it, and its QR code where a phone gets there. */
export function MadeLink({
  link: { id, expiresAt, deleteKey },
  origin,
  isOld,
  isRemembered,
  onCopied,
  onDelete,
}: {
  link: OwnLink;
  origin: string;
  /** Whether something else was chosen since. */
  isOld: boolean;
  isRemembered: boolean;
  onCopied: () => void;
  onDelete: () => void;
}) {
  const t = useTranslations("share");
  const locale = useLocale();
  const url = `${origin}/s/${id}`;
  return (
    <div className="mt-3 space-y-2 text-sm">
      <p className="font-mono wrap-anywhere">{url}</p>
      <p>{t("expires", { date: dateText(Date.parse(expiresAt), locale) })}</p>
      <p>{isRemembered ? t("remembered") : t("notRemembered", { deleteKey })}</p>
      {isOld && <p className="font-semibold">{t("madeBefore")}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton label={t("copyShort")} text={url} onCopied={onCopied} />
        <Button onClick={onDelete}>{t("delete")}</Button>
      </div>
      {isThisMachine(origin) ? (
        <p className="text-mute">{t("noQr", { command: "npm start -- --lan" })}</p>
      ) : (
        <QrCode text={url} label={t("qr", { url })} />
      )}
    </div>
  );
}
