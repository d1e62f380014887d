import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDeskTools } from "@/components/playground/desk-context";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField } from "@/components/ui/select-field";
import { leavingSecrets, whatLeaves } from "@/lib/links/what-leaves";
import { AnswersChoice } from "./answers-choice";
import { HoldsTable } from "./holds-table";
import { LeavingList } from "./leaving-list";
import { LinkAndFile } from "./link-and-file";
import { SecretsNotice } from "./secrets-notice";
import { ShortLink } from "./short-link";
import { useOptions, type Option } from "./use-options";
import { useOrigins } from "./use-origins";
import { useShareChoice } from "./use-share-choice";

/** What leaves with a link or a file, and the ways to give it on. It tells of the desk as it was when it was opened. */
export default function ShareDialog() {
  const t = useTranslations("share");
  const { store } = useDeskTools();
  const [desk] = useState(store.get);
  const [choice, setChoice] = useShareChoice();
  const options = useOptions(desk, choice);
  const chosen = chosenOf(options, choice.answers);
  const { origins, isAsking } = useOrigins();
  const [asked, setAsked] = useState<string>();
  const origin = asked ?? origins[0] ?? location.origin;
  const [news, setNews] = useState("");
  const leaving = whatLeaves(chosen.document);
  const held = Object.keys(choice.holds).length;
  return (
    <>
      <p className="text-sm text-mute">{t("intro")}</p>
      <AnswersChoice
        options={options}
        chosen={chosen}
        onChoose={(answers) => setChoice({ ...choice, answers })}
      />
      <h3 className="mt-3 font-semibold">{t("leaves")}</h3>
      <LeavingList list={leaving} />
      <SecretsNotice secrets={leavingSecrets(leaving)} />
      <div className="mt-2">
        <Disclosure title={t("holdsTitle")} note={t("held", { count: held })}>
          <HoldsTable holds={choice.holds} onChange={(holds) => setChoice({ ...choice, holds })} />
        </Disclosure>
      </div>
      {origins.length > 1 && (
        <p className="mt-3">
          <SelectField
            label={t("origin")}
            value={origin}
            options={origins.map((each) => ({ value: each, label: each }))}
            onChange={setAsked}
          />
        </p>
      )}
      <LinkAndFile option={chosen} origin={origin} isAsking={isAsking} onNews={setNews} />
      <ShortLink option={chosen} origin={origin} isAsking={isAsking} onNews={setNews} />
      <p role="status" className="mt-2 min-h-5 text-sm wrap-anywhere">
        {news}
      </p>
    </>
  );
}

/** What is chosen, or what comes to the same where that is not among what can be. */
function chosenOf(options: readonly Option[], answers: Option["answers"]): Option {
  const chosen = options.find((each) => each.answers === answers) ?? options.at(answers === "all" ? -1 : 0);
  if (!chosen) throw new Error("nothing to choose from");
  return chosen;
}
