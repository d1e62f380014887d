import { useTranslations } from "use-intl";
import { PROMPTFOO } from "@/lib/code/code-languages";
import { writePromptfoo } from "@/lib/code/write-promptfoo";
import { findTarget } from "@/lib/catalog/targets";
import type { Desk } from "@/lib/playground/experiment";
import { CodeBlock } from "./code-block";
import { useDeskTools } from "./desk-context";
import { usePaneName } from "./use-pane-title";

/** The whole experiment as it stands, for promptfoo to run. */
export function PromptfooCode({ desk }: { desk: Desk }) {
  const t = useTranslations();
  const { providers } = useDeskTools();
  const paneName = usePaneName();
  const { panes } = desk.experiment;
  const names = new Map(
    panes.map((pane, index) => [
      pane.id,
      t("pane.title", { number: index + 1, name: paneName(pane, panes) }),
    ]),
  );
  const leftOut = panes.flatMap(({ model }, index) => (findTarget(model, providers) ? [] : index + 1));
  const code = writePromptfoo({ desk, names, providers, origin: location.origin });
  return (
    <>
      <p className="mb-2 text-[13px] text-mute">
        {t("code.experiment", { panes: panes.length - leftOut.length })}
      </p>
      <CodeBlock code={code} file={PROMPTFOO.file} label={t("code.codeOf", { language: PROMPTFOO.label })} />
      <ul className="mt-3 list-disc space-y-1 pl-5 text-xs text-mute">
        <li>{t("code.runWith", { command: PROMPTFOO.run })}</li>
        <li>{t("code.keysAsNamed")}</li>
        {leftOut.length > 0 && <li>{t("code.panesLeftOut", { numbers: leftOut.join(", ") })}</li>}
      </ul>
    </>
  );
}
