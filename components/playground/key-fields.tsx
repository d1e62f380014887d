import { useId, useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Provider } from "@/lib/catalog/providers";
import { useDeskTools } from "./desk-context";
import { useKeySource } from "./key-ring";
import { useKeyTest } from "./use-key-test";

/** Keys of one's own: typed, tested and cleared here, kept in this tab's memory alone. */
export default function KeyFields() {
  const t = useTranslations("keys");
  const { providers } = useDeskTools();
  const takers = providers.filter(({ keyHeader }) => keyHeader !== undefined);
  const isSecure = window.isSecureContext;
  return (
    <>
      <p className="text-sm text-mute">{isSecure ? t("intro") : t("insecure")}</p>
      {takers.map((provider) => (
        <KeyField key={provider.id} provider={provider} disabled={!isSecure} />
      ))}
    </>
  );
}

function KeyField({ provider, disabled }: { provider: Provider; disabled: boolean }) {
  const t = useTranslations("keys");
  const { keys } = useDeskTools();
  const source = useKeySource(keys, provider);
  const id = useId();
  const [text, setText] = useState("");
  const { state, message, test, forget } = useKeyTest(provider.id);
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    keys.set(provider.id, text.trim());
    setText("");
    void test();
  };
  return (
    <form onSubmit={use} className="mt-4 border-t border-line pt-4">
      <label htmlFor={id} className="font-semibold">
        {t("keyOf", { provider: provider.label })}
      </label>
      <p className="text-xs text-mute">
        {t("goesTo", { host: provider.host ?? "" })} · {t(source)}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <input
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          placeholder={t("placeholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="min-h-9 min-w-0 flex-1 basis-56 rounded-md border border-edge bg-panel px-2.5 font-mono text-[13px]"
        />
        <Button type="submit" disabled={disabled || text.trim() === ""}>
          {t("use")}
        </Button>
        <Button
          variant="quiet"
          disabled={source === "none"}
          aria-disabled={state === "testing"}
          onClick={() => void test()}
        >
          {t("test")}
        </Button>
        <Button
          variant="quiet"
          disabled={source !== "own"}
          onClick={() => {
            keys.set(provider.id, undefined);
            forget();
          }}
        >
          {t("clear")}
        </Button>
      </div>
      <p
        role="status"
        className={`mt-1.5 min-h-5 text-sm wrap-anywhere ${state === "failed" ? "text-danger" : ""}`}
      >
        {message}
      </p>
    </form>
  );
}
