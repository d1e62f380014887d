"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { PageMessages } from "@/lib/messages/compiled";
import type { Language } from "@/lib/messages/languages";

/** Gives every component below the texts of one language; only that language travels to the browser. */
export function Intl({
  language,
  messages,
  children,
}: {
  language: Language;
  messages: PageMessages;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
