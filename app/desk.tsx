import { cookies, headers } from "next/headers";
import { earlyScript } from "@/components/playground/early-script";
import { Playground } from "@/components/playground/playground";
import { LANGUAGES, type Language } from "@/lib/messages/languages";
import { isPasswordSet } from "@/lib/server/access/session";
import { nonceOf, POLICY_HEADER } from "@/lib/server/content-security-policy";
import { listProviders } from "@/lib/server/providers";
import { chooseTheme, THEME_COOKIE } from "@/lib/themes";

const languages = Object.entries(LANGUAGES).map(([id, { label }]) => ({ id: id as Language, label }));

/** The desk as every page that shows it does; `linkId` is the short link that it was opened by. */
export async function Desk({ linkId }: { linkId?: string }) {
  const theme = chooseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = nonceOf((await headers()).get(POLICY_HEADER) ?? "");
  return (
    <>
      <Playground
        languages={languages}
        theme={theme}
        providers={listProviders()}
        canSignOut={isPasswordSet()}
        linkId={linkId}
      />
      {/* Behind the fields: it waits for the styles, and they can be parsed meanwhile; nothing is shown before either. */}
      <script
        nonce={nonce}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: earlyScript(linkId !== undefined) }}
      />
    </>
  );
}
