"use client";

import { useTranslations } from "use-intl";
import { Button } from "./ui/button";

/** A page that has one thing to say and a way on: there is nothing here, or something broke. */
export function PlainPage({ text, onAgain }: { text: "notFound" | "failed"; onAgain?: () => void }) {
  const t = useTranslations("app");
  return (
    <main className="grid min-h-dvh place-content-center gap-4 p-6 text-center">
      <h1 className="text-lg font-semibold">{t("name")}</h1>
      <p>{t(text)}</p>
      <p className="flex justify-center gap-4">
        {onAgain && <Button onClick={onAgain}>{t("again")}</Button>}
        {/* A fresh load: what broke is left behind, and the desk need not carry the router's links. */}
        {/* oxlint-disable-next-line nextjs/no-html-link-for-pages */}
        <a href="/" className="self-center underline underline-offset-2">
          {t("toDesk")}
        </a>
      </p>
    </main>
  );
}
