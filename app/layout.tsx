import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Intl } from "@/components/intl";
import { pageMessages } from "@/lib/messages/compiled";
import { LANGUAGE_COOKIE } from "@/lib/messages/language-cookie";
import { chooseLanguage, LANGUAGES } from "@/lib/messages/languages";
import { chooseTheme, THEME_COOKIE } from "@/lib/themes";
import "./globals.css";

async function readLanguage() {
  return chooseLanguage(
    (await cookies()).get(LANGUAGE_COOKIE)?.value,
    (await headers()).get("accept-language"),
  );
}

export async function generateMetadata(): Promise<Metadata> {
  const { app } = LANGUAGES[await readLanguage()].messages;
  return { title: app.name, description: app.description };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function Layout({ children }: { children: ReactNode }) {
  const language = await readLanguage();
  const theme = chooseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    // It may be inert when React takes it over (`early-script.ts`).
    <html lang={LANGUAGES[language].htmlLang} data-theme={theme} suppressHydrationWarning>
      <body>
        <Intl language={language} messages={pageMessages(language)}>
          {children}
        </Intl>
      </body>
    </html>
  );
}
