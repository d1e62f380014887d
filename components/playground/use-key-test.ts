import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDeskTools } from "./desk-context";

/** What the server found out, or its refusal to ask. */
type Answer = { works?: boolean; models?: number; message?: string; error?: { message: string } };
type State = "untested" | "testing" | "works" | "failed";

/** Asks a provider, through our own server, whether it accepts the key that a run would use. */
export function useKeyTest(provider: string): {
  state: State;
  message: string;
  test: () => Promise<void>;
  forget: () => void;
} {
  const t = useTranslations();
  const { keys } = useDeskTools();
  const [{ state, message }, setResult] = useState<{ state: State; message: string }>({
    state: "untested",
    message: "",
  });
  async function test(): Promise<void> {
    if (state === "testing") return;
    setResult({ state: "testing", message: t("keys.testing") });
    try {
      const response = await fetch("/api/keys/test", {
        method: "POST",
        headers: { "content-type": "application/json", ...keys.headers() },
        body: JSON.stringify({ provider }),
      });
      const { works, models = 0, message: why, error } = (await response.json()) as Answer;
      if (works) setResult({ state: "works", message: t("keys.works", { models }) });
      else setResult({ state: "failed", message: why ?? error?.message ?? t("errors.internal") });
    } catch {
      setResult({ state: "failed", message: t("errors.network") });
    }
  }
  return { state, message, test, forget: () => setResult({ state: "untested", message: "" }) };
}
