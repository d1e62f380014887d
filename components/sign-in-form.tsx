"use client";

import { useState, useSyncExternalStore, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LogoIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";

const neverChanges = () => () => {};

/** The page before the desk where the operator has set a password; `linkId` is the short link one came for. */
export function SignInForm({ linkId }: { linkId?: string }) {
  const t = useTranslations();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const areScriptsThere = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  async function enter(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const password = String(new FormData(event.currentTarget).get("password"));
    setBusy(true);
    const refusal = await signIn(password, t("errors.network"));
    if (refusal === undefined) return location.assign(linkId ? `/s/${linkId}` : `/${location.hash}`);
    setError(refusal);
    setBusy(false);
  }
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4">
      <h1 className="flex items-center gap-2 text-lg font-[650]">
        <LogoIcon />
        {t("app.name")}
      </h1>
      <p className="mt-2 text-mute">{t("signIn.intro")}</p>
      {/* Where there are no scripts nothing is sent, and never a password in an address. */}
      <form method="post" onSubmit={(event) => void enter(event)} className="mt-6 flex flex-col gap-2">
        <label htmlFor="password" className="font-semibold">
          {t("signIn.password")}
        </label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          className="min-h-10 rounded-md border border-edge bg-panel px-3"
        />
        {error && <Notice tone="error">{error}</Notice>}
        <Button
          type="submit"
          variant="primary"
          disabled={!areScriptsThere}
          aria-disabled={isBusy}
          className="mt-2 justify-center"
        >
          {t("signIn.enter")}
        </Button>
      </form>
    </main>
  );
}

/** Undefined when the door is open, else why not, in the reader's words. */
async function signIn(password: string, noNetwork: string): Promise<string | undefined> {
  try {
    const response = await fetch("/api/sign-in", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ password }),
    });
    if (response.ok) return undefined;
    const { error } = (await response.json()) as { error: { message: string } };
    return error.message;
  } catch {
    return noNetwork;
  }
}
