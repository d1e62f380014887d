import { useCallback, useEffect, useState, type ReactNode } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl";
import type { LaterMessages } from "@/lib/messages/compiled";
import type { Language } from "@/lib/messages/languages";

const fetched = new Map<Language, LaterMessages>();
const pending = new Map<Language, Promise<LaterMessages>>();

/** The texts of what comes on demand, fetched once for each language; what failed is fetched anew when it is asked for again. */
function fetchTexts(language: Language): Promise<LaterMessages> {
  const texts =
    pending.get(language) ??
    fetch(`/api/messages/${language}`).then(async (response) => {
      if (!response.ok) throw new Error(`no texts: ${response.status}`);
      const messages = (await response.json()) as LaterMessages;
      fetched.set(language, messages);
      return messages;
    });
  pending.set(language, texts);
  texts.catch(() => pending.delete(language));
  return texts;
}

export type LaterTextsProps = {
  children: ReactNode;
  /** Stands until the texts are there; with `again` they could not be fetched, and can be tried once more. */
  renderMeanwhile: (again: (() => void) | undefined) => ReactNode;
};

/** Gives what is in it the texts that a page does not begin with. */
export function LaterTexts({ children, renderMeanwhile }: LaterTextsProps) {
  const locale = useLocale();
  const messages = useMessages();
  const [{ texts, failed }, set] = useState<{ texts?: LaterMessages; failed?: true }>({
    texts: fetched.get(locale),
  });
  const load = useCallback(() => {
    // Texts of a language that one has left may come later than those of the one chosen since.
    let isLeft = false;
    fetchTexts(locale).then(
      (loaded) => !isLeft && set({ texts: loaded }),
      () => !isLeft && set({ failed: true }),
    );
    return () => {
      isLeft = true;
    };
  }, [locale]);
  useEffect(load, [load]);
  if (!texts) return renderMeanwhile(failed ? load : undefined);
  return (
    <IntlProvider locale={locale} messages={{ ...messages, ...texts }} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
