import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ownLinks, removeOwnLink, type OwnLink } from "@/components/playground/own-links";
import { OwnLinkRow, type Gone } from "./own-link-row";

/** The short links that were made in this browser, each with its end, its address and the way to delete it. */
export function OwnLinksList() {
  const t = useTranslations("library.links");
  const [links, setLinks] = useState(ownLinks);
  const [now] = useState(() => Date.now());
  const [said, setSaid] = useState("");
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const onStorage = () => setLinks(ownLinks());
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, []);
  const forget = ({ id, title }: OwnLink, { wasDeleted, hadFocus }: Gone) => {
    removeOwnLink(id);
    setLinks(ownLinks());
    setSaid(wasDeleted ? t("deleted", { title }) : "");
    // The row that had focus is gone.
    if (hadFocus) section.current?.focus();
  };
  if (links.length === 0 && said === "") return null;
  return (
    <section ref={section} tabIndex={-1} aria-label={t("title")} className="mt-4 border-t border-line pt-4">
      <h3 className="font-semibold">{t("title")}</h3>
      <p role="status" className="text-sm">
        {said}
      </p>
      <ul>
        {links.map((link) => (
          <OwnLinkRow key={link.id} link={link} now={now} onGone={(how) => forget(link, how)} />
        ))}
      </ul>
    </section>
  );
}
