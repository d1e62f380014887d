import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { createLink, deleteLink, LinkFailure } from "@/components/playground/links-client";
import { addOwnLink, removeOwnLink, type OwnLink } from "@/components/playground/own-links";
import { Button } from "@/components/ui/button";
import { watchFocus } from "@/components/ui/focus";
import { SelectField } from "@/components/ui/select-field";
import type { LinkDocument } from "@/lib/links/link-document";
import { LINK_LIMITS } from "@/lib/links/link-limits";
import { LINK_DAYS } from "@/lib/links/short-link";
import { MadeLink } from "./made-link";
import { ShortLinkFailure } from "./short-link-failure";
import type { Option } from "./use-options";

const DAYS = [1, 7, LINK_DAYS.usual, 90, LINK_DAYS.most];

type Made = { link: OwnLink; document: LinkDocument; isRemembered: boolean };

/** A short link: this server keeps what it holds, for so many days or until it is deleted. */
export function ShortLink({
  option: { document, measured },
  origin,
  isAsking,
  onNews,
}: {
  option: Option;
  origin: string;
  /** Whether it is still being asked where others reach this server: the link that is remembered begins with it. */
  isAsking: boolean;
  onNews: (news: string) => void;
}) {
  const t = useTranslations("share");
  const [days, setDays] = useState<number>(LINK_DAYS.usual);
  const [made, setMade] = useState<Made>();
  const [failure, setFailure] = useState<LinkFailure>();
  const [isBusy, setBusy] = useState(false);
  const makeButton = useRef<HTMLButtonElement>(null);
  const fits = measured === undefined || measured.bytes <= LINK_LIMITS.documentBytes;

  const attempt = async (act: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    onNews("");
    try {
      await act();
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error;
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const make = () =>
    attempt(async () => {
      const { title } = document;
      const created = await createLink(document, days);
      const url = `${origin}/s/${created.id}`;
      const link = { ...created, url, title };
      setMade({ link, document, isRemembered: addOwnLink(link) });
      onNews(t("made"));
    });
  const remove = ({ id, deleteKey }: OwnLink) =>
    attempt(async () => {
      const mayMoveFocus = watchFocus();
      await deleteLink(id, deleteKey);
      removeOwnLink(id);
      setMade(undefined);
      onNews(t("deleted"));
      if (mayMoveFocus()) makeButton.current?.focus();
    });
  return (
    <section aria-label={t("shortLink")} className="mt-4 border-t border-line pt-3">
      <h3 className="font-semibold">{t("shortLink")}</h3>
      <p className="text-sm text-mute">{t("shortLinkHint")}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <SelectField
          label={t("keptFor")}
          value={String(days)}
          options={DAYS.map((each) => ({ value: String(each), label: t("days", { count: each }) }))}
          onChange={(value) => setDays(Number(value))}
        />
        <Button
          ref={makeButton}
          disabled={!fits || isAsking}
          aria-disabled={isBusy}
          onClick={() => void make()}
        >
          {t(made ? "makeAnother" : "make")}
        </Button>
      </div>
      {failure && <ShortLinkFailure failure={failure} />}
      {made && (
        <MadeLink
          link={made.link}
          origin={origin}
          isOld={made.document !== document}
          isRemembered={made.isRemembered}
          onCopied={() => onNews(t("shortCopied"))}
          onDelete={() => void remove(made.link)}
        />
      )}
    </section>
  );
}
