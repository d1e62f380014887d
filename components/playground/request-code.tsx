import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Tabs } from "@/components/ui/tabs";
import { CODE_LANGUAGES, PROMPTFOO } from "@/lib/code/code-languages";
import { codeRequest, hasExactTokens, type CodeRequest } from "@/lib/code/code-request";
import { hasHalfCharacter } from "@/lib/code/quoted";
import { useDeskTools } from "./desk-context";
import { CodeBlock } from "./code-block";
import { PromptfooCode } from "./promptfoo-code";
import { RequestChoice } from "./request-choice";
import { useCodeSources } from "./use-code-sources";

const TABS = [
  ...Object.entries(CODE_LANGUAGES).map(([id, { label }]) => ({ id: id as Language, label })),
  { id: "promptfoo", label: PROMPTFOO.label },
] as const;
type Language = keyof typeof CODE_LANGUAGES;
type TabId = Language | "promptfoo";

/** The code of a pane's request in several languages, and of the whole experiment. */
export default function RequestCode({ pane }: { pane: string }) {
  const t = useTranslations("code");
  const { providers } = useDeskTools();
  const sources = useCodeSources(pane);
  const [chosen, choose] = useState<"sent" | "now">(sources.sent ? "sent" : "now");
  const [tab, setTab] = useState<TabId>("curl");
  const source = sources[chosen];
  const request = source && codeRequest(source, providers, location.origin);
  return (
    <Tabs label={t("languages")} tabs={TABS} selected={tab} onSelect={setTab}>
      {tab === "promptfoo" ? (
        <PromptfooCode desk={sources.desk} />
      ) : (
        <>
          <RequestChoice sources={sources} chosen={chosen} onChoose={choose} />
          {request ? (
            <>
              <CodeBlock
                code={CODE_LANGUAGES[tab].write(request)}
                file={CODE_LANGUAGES[tab].file}
                label={t("codeOf", { language: CODE_LANGUAGES[tab].label })}
              />
              <Notes request={request} language={tab} hadTokens={hasExactTokens(source.body)} />
            </>
          ) : (
            <p>{t("noModel")}</p>
          )}
        </>
      )}
    </Tabs>
  );
}

/** What has to be there for the code to run, and what it cannot carry. */
function Notes({
  request: { address, body },
  language,
  hadTokens,
}: {
  request: CodeRequest;
  language: Language;
  hadTokens: boolean;
}) {
  const t = useTranslations("code");
  const { baseUrl, keyVariable, isKeyOptional } = address;
  const said = { install: "", ...CODE_LANGUAGES[language] }.install;
  const isHalf = language === "python" && hasHalfCharacter(JSON.stringify(body, (_, value: unknown) => value));
  const notes: (ReactNode | false)[] = [
    said !== "" && t.rich("install", { command: () => <code>{said}</code> }),
    "variable" in baseUrl && t("setAddress", { variable: baseUrl.variable }),
    t(isKeyOptional ? "setOptionalKey" : "setKey", { variable: keyVariable }),
    hadTokens && t("tokens"),
    isHalf && t("halfCharacter"),
  ];
  return (
    <ul className="mt-3 list-disc space-y-1 pl-5 text-xs text-mute">
      {notes.map((note, index) => note && <li key={index}>{note}</li>)}
    </ul>
  );
}
