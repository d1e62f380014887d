import { useState } from "react";
import { useTranslations } from "use-intl";
import { Tabs } from "@/components/ui/tabs";
import { CODE_LANGUAGES, PROMPTFOO, type CodeLanguage } from "@/lib/code/code-languages";
import { codeRequest, hasExactTokens, type WireRequest } from "@/lib/code/code-request";
import { codeSources, type CodeSources } from "@/lib/code/code-sources";
import { hasHalfCharacter } from "@/lib/code/quoted";
import { CodeBlock } from "./code-block";
import { useDeskTools } from "./desk-context";
import { PromptfooCode } from "./promptfoo-code";
import { RequestChoice } from "./request-choice";

type LanguageId = keyof typeof CODE_LANGUAGES;
type TabId = LanguageId | "promptfoo";

const TABS: { id: TabId; label: string }[] = [
  ...(Object.keys(CODE_LANGUAGES) as LanguageId[]).map((id) => ({ id, label: CODE_LANGUAGES[id].label })),
  { id: "promptfoo", label: PROMPTFOO.label },
];

/** The code of a pane's request in several languages, and of the whole experiment, as they are when it is opened. */
export default function RequestCode({ pane }: { pane: string }) {
  const t = useTranslations("code");
  const { store, providers } = useDeskTools();
  const [desk] = useState(store.get);
  const [sources] = useState(() => codeSources(desk, pane, providers));
  const [chosen, choose] = useState<keyof CodeSources>(sources.sent ? "sent" : "now");
  const [tab, setTab] = useState<TabId>("curl");
  const source = sources[chosen];
  return (
    <Tabs label={t("languages")} tabs={TABS} selected={tab} onSelect={setTab}>
      {tab === "promptfoo" ? (
        <PromptfooCode desk={desk} />
      ) : source ? (
        <>
          <RequestChoice sources={sources} chosen={chosen} onChoose={choose} />
          <LanguageCode source={source} language={CODE_LANGUAGES[tab]} />
        </>
      ) : (
        <p>{t("noModel")}</p>
      )}
    </Tabs>
  );
}

/** The code, what has to be there for it to run, and what it cannot carry. */
function LanguageCode({ source, language }: { source: WireRequest; language: CodeLanguage }) {
  const t = useTranslations("code");
  const { providers } = useDeskTools();
  const request = codeRequest(source, providers, location.origin);
  const { baseUrl, keyVariable, isKeyOptional } = request.address;
  const { label, file, install, refusesHalves, write } = language;
  return (
    <>
      <CodeBlock code={write(request)} file={file} label={t("codeOf", { language: label })} />
      <ul className="mt-3 list-disc space-y-1 pl-5 text-xs text-mute">
        {install && <li>{t("install", { command: install })}</li>}
        {"variable" in baseUrl && <li>{t("setAddress", { variable: baseUrl.variable })}</li>}
        <li>{t(isKeyOptional ? "setOptionalKey" : "setKey", { variable: keyVariable })}</li>
        {request.body !== source.body && hasExactTokens(source.body) && <li>{t("tokens")}</li>}
        {refusesHalves && hasHalfCharacter(request.body) && <li>{t("halfCharacter")}</li>}
      </ul>
    </>
  );
}
