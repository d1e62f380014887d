import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { dateText } from "@/components/playground/date-text";
import { TextButton } from "@/components/ui/text-button";
import type { LinkAnswer } from "@/lib/links/link-answer";

/** One recorded answer that leaves: its words, and all else of it when asked for. */
export function LeavingAnswer({ name, answer }: { name: string; answer: LinkAnswer }) {
  const t = useTranslations("share");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { text, at, tokens, ...rest } = answer;
  return (
    <li>
      <b className="font-semibold">{name}</b>
      {at !== undefined && (
        <span className="text-mute"> {t("recordedOn", { date: dateText(at, locale) })}</span>
      )}
      <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
      <TextButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(tokens ? "restWithTokens" : "rest", { tokens: tokens?.length ?? 0 })}
      </TextButton>
      {isOpen && (
        <pre className="font-mono text-xs wrap-anywhere whitespace-pre-wrap">
          {JSON.stringify({ ...rest, tokens }, null, 1)}
        </pre>
      )}
    </li>
  );
}
