import { cookies } from "next/headers";
import { Playground } from "@/components/playground/playground";
import { LANGUAGES, type Language } from "@/lib/messages/languages";
import { listProviders } from "@/lib/server/providers";
import { isPasswordSet } from "@/lib/server/access/session";
import { chooseTheme, THEME_COOKIE } from "@/lib/themes";

const languages = Object.entries(LANGUAGES).map(([id, { label }]) => ({ id: id as Language, label }));

export default async function Page() {
  const theme = chooseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <Playground
      languages={languages}
      theme={theme}
      providers={listProviders()}
      canSignOut={isPasswordSet()}
    />
  );
}
