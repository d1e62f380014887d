import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { useLocale, useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import type { DeskLink } from "@/lib/playground/experiment";
import { unlocked } from "@/lib/playground/hold";
import { dateText } from "./date-text";
import { useDeskPart, useDeskTools } from "./desk-context";
import { MissingModels } from "./missing-models";
import { backToOwnDesk } from "./open-link";
import { ReplayBar } from "./replay-bar";
import { watchLink } from "./watch-link";

/** Says that the desk is from a link, when its answers were made and whether it was edited; leads back to one's own. */
export function LinkBanner({ link }: { link: DeskLink }) {
  const t = useTranslations("links");
  const locale = useLocale();
  const tools = useDeskTools();
  const { store, keeping } = tools;
  const hasRecorded = useDeskPart((desk) =>
    Object.values(desk.runs).some(({ records }) => records.some((each) => each.recorded)),
  );
  useEffect(() => watchLink(store), [store]);
  const left = keeping.leftDesk();
  const banner = useRef<HTMLElement>(null);
  const hasOwn = left ? left !== store.first : keeping.storage.hasOwn();
  return (
    <section
      ref={banner}
      tabIndex={-1}
      aria-label={t(link.from ? "libraryRegion" : "region")}
      data-link={link.since}
    >
      <Notice
        tone="info"
        action={{
          label: t(hasOwn ? "back" : "begin"),
          onClick: () => {
            backToOwnDesk(tools);
            document.getElementById("message")?.focus();
          },
        }}
      >
        <b className="font-semibold">
          {link.title.trim() === ""
            ? t("fromUntitled")
            : t(link.from ? "fromLibrary" : "from", { title: link.title })}
        </b>{" "}
        {link.answersAt !== undefined
          ? t("recorded", { date: dateText(link.answersAt, locale) })
          : hasRecorded
            ? t(link.from ? "keptAnswers" : "recordedOnce")
            : link.since === "opened" && t("notRun")}{" "}
        {link.since === "modified" && (
          <span className="rounded-[5px] border border-edge px-2 text-xs font-medium">{t("modified")}</span>
        )}
        {(link.lock ?? link.hide) && (
          <>
            {" "}
            {t("held")}{" "}
            <button
              type="button"
              onClick={() => {
                // The button goes with what it undid; who pressed it by keyboard stays where it was.
                flushSync(() => store.dispatch({ type: "load", desk: unlocked(store.get()) }));
                banner.current?.focus();
              }}
              className="min-h-6 cursor-pointer font-medium underline underline-offset-2"
            >
              {t("unlock")}
            </button>
          </>
        )}
      </Notice>
      <ReplayBar />
      <MissingModels />
    </section>
  );
}
