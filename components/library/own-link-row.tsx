import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { copyText } from "@/components/playground/copy-text";
import { deleteLink, LinkFailure } from "@/components/playground/links-client";
import type { OwnLink } from "@/components/playground/own-links";
import { useErrorText } from "@/components/playground/use-error-text";
import { Button } from "@/components/ui/button";
import { watchFocus } from "@/components/ui/focus";
import { Notice } from "@/components/ui/notice";
import { momentText } from "./date-texts";

/** How a row went: its link with it or not, and whether it took focus along. */
export type Gone = { wasDeleted: boolean; hadFocus: boolean };

/** One short link. Deleting it cannot be undone, so it is asked twice; one that has expired is only taken off the list. */
export function OwnLinkRow({
  link,
  now,
  onGone,
}: {
  link: OwnLink;
  now: number;
  onGone: (how: Gone) => void;
}) {
  const t = useTranslations();
  const locale = useLocale();
  const errorText = useErrorText();
  const [copied, setCopied] = useState<boolean>();
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<LinkFailure>();
  const { id, url, deleteKey } = link;
  const title = link.title.trim() || t("app.untitled");
  const end = Date.parse(link.expiresAt);
  const isOver = end <= now;
  const copy = async () => {
    setCopied(await copyText(url));
    setTimeout(() => setCopied((now) => (now ? undefined : now)), 1500);
  };
  const remove = async () => {
    setFailure(undefined);
    const mayMoveFocus = watchFocus();
    try {
      await deleteLink(id, deleteKey);
      onGone({ wasDeleted: true, hadFocus: mayMoveFocus() });
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error;
      setFailure(error);
    }
  };
  return (
    <li className="border-b border-line py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-semibold wrap-anywhere">{title}</p>
          <p className="text-xs wrap-anywhere text-mute">{url}</p>
          <p className="text-xs text-mute">
            {t(isOver ? "library.links.expired" : "library.links.expires", {
              date: momentText(end, locale),
            })}
          </p>
        </div>
        <div className="flex gap-2">
          {!isOver && (
            <Button size="small" aria-label={t("library.links.copy", { title })} onClick={() => void copy()}>
              {t(copied ? "library.links.copied" : "library.links.copyShort")}
            </Button>
          )}
          {/* It stays where it is while it is asked again: who pressed it by keyboard is still there. */}
          <Button
            size="small"
            variant="quiet"
            aria-label={t(isOver ? "library.links.forget" : "library.links.delete", { title })}
            aria-expanded={isOver ? undefined : isAsking}
            onClick={() => (isOver ? onGone({ wasDeleted: false, hadFocus: true }) : setAsking(!isAsking))}
          >
            {t(isOver ? "library.links.forgetShort" : "library.delete")}
          </Button>
        </div>
      </div>
      {isAsking && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <p role="alert" className="text-sm">
            {t("library.links.sure")}
          </p>
          <Button size="small" onClick={() => void remove()}>
            {t("library.links.yes")}
          </Button>
        </div>
      )}
      {copied === false && <p role="alert">{t("library.links.copyFailed")}</p>}
      {failure && <Notice tone="error">{errorText(failure)}</Notice>}
    </li>
  );
}
