import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LogoIcon } from "@/components/ui/icons";
import { SelectField } from "@/components/ui/select-field";
import { LANGUAGE_COOKIE } from "@/lib/messages/language-cookie";
import type { Language } from "@/lib/messages/languages";
import { holdOf } from "@/lib/playground/hold";
import { chooseTheme, THEME_COOKIE, THEMES, type Theme } from "@/lib/themes";
import { useDeskPart, useDeskTools } from "./desk-context";
import { Lockable } from "./lockable";

const A_YEAR_IN_SECONDS = 31_536_000;

function setCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${A_YEAR_IN_SECONDS}; samesite=lax`;
}

/** Name, title of the experiment, clear, the library, keys, language and theme. */
export function DeskHeader({
  languages,
  theme,
  canSignOut,
}: {
  languages: readonly { id: Language; label: string }[];
  theme: Theme;
  canSignOut: boolean;
}) {
  const t = useTranslations();
  const { store, runs, openKeys, openLibrary, openShare } = useDeskTools();
  const title = useDeskPart((desk) => desk.experiment.title);
  const isPromptHeld = useDeskPart((desk) => Boolean(holdOf(desk, "message") ?? holdOf(desk, "turns")));
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-panel px-4 py-1.5 max-lg:gap-x-2 max-sm:[&>button]:px-2">
      <h1 className="flex items-center gap-2 font-[650]">
        <LogoIcon />
        {t("app.name")}
      </h1>
      <span aria-hidden className="h-5 w-px bg-line max-sm:hidden" />
      <Lockable
        control="title"
        className="flex min-w-20 flex-1 items-center gap-2 [&>input]:field-sizing-content [&>input]:flex-initial max-lg:[&>p]:sr-only"
      >
        <input
          aria-label={t("app.title")}
          value={title}
          placeholder={t("app.untitled")}
          maxLength={120}
          onChange={(event) => store.dispatch({ type: "setTitle", text: event.target.value })}
          className="min-w-20 flex-1 rounded bg-transparent px-1 py-1 text-ellipsis text-mute hover:bg-sunk focus:text-ink"
        />
      </Lockable>
      <Button
        variant="quiet"
        disabled={isPromptHeld}
        onClick={() => {
          runs.stop();
          store.dispatch({ type: "clear" });
        }}
      >
        {t("desk.clear")}
      </Button>
      <Button variant="quiet" onClick={openLibrary}>
        {t("desk.library")}
      </Button>
      <Button variant="quiet" onClick={openKeys}>
        {t("desk.keys")}
      </Button>
      <Button variant="quiet" onClick={openShare}>
        {t("desk.share")}
      </Button>
      {canSignOut && (
        <Button variant="quiet" onClick={() => void signOut()}>
          {t("signIn.out")}
        </Button>
      )}
      <LanguageSelect languages={languages} />
      <ThemeSelect initial={theme} />
    </header>
  );
}

async function signOut(): Promise<void> {
  await fetch("/api/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  }).catch(() => {});
  location.assign("/sign-in");
}

function LanguageSelect({ languages }: { languages: readonly { id: Language; label: string }[] }) {
  const t = useTranslations("app");
  const locale = useLocale();
  const router = useRouter();
  return (
    <SelectField
      label={t("language")}
      hideLabel
      value={locale}
      options={languages.map(({ id, label }) => ({ value: id, label }))}
      onChange={(language) => {
        setCookie(LANGUAGE_COOKIE, language);
        router.refresh();
      }}
    />
  );
}

function ThemeSelect({ initial }: { initial: Theme }) {
  const t = useTranslations("app");
  const [theme, setTheme] = useState(initial);
  return (
    <SelectField
      label={t("theme")}
      hideLabel
      value={theme}
      options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
      onChange={(value) => {
        setTheme(chooseTheme(value));
        setCookie(THEME_COOKIE, value);
        document.documentElement.dataset.theme = value;
      }}
    />
  );
}
