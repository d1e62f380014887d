import { useTranslations } from "use-intl";
import { useDeskTools } from "@/components/playground/desk-context";
import { saveFile } from "@/components/ui/save-file";
import { Notice } from "@/components/ui/notice";
import { fileNameOf } from "@/lib/links/file-name";
import { writeDesk } from "./desk-document";
import type { Attempt, Outcome } from "./use-acts";
import { useFileProblemText } from "./use-file-problem-text";

/** So many faults are named; what else there is can be found when these are mended. */
const FAULTS_NAMED = 8;

/** What came of the last act. Where the storage fails, the desk can still be saved as a file. */
export function OutcomeNotices({ outcome, attempt }: { outcome: Outcome; attempt: Attempt }) {
  const t = useTranslations("library");
  const { store } = useDeskTools();
  const problemText = useFileProblemText();
  const { said, failure, faults = [] } = outcome;
  const saveDesk = () =>
    attempt(async () => {
      const written = writeDesk(store.get());
      if ("problem" in written) return { faults: [t("unsavable", { what: problemText(written.problem) })] };
      saveFile(fileNameOf(written.document.title, "fader"), written.text);
      return undefined;
    });
  const others = faults.length - FAULTS_NAMED;
  return (
    <>
      <p role="status" className="min-h-5 text-sm wrap-anywhere">
        {said}
      </p>
      {failure && (
        <Notice
          tone="error"
          action={failure === "gone" ? undefined : { label: t("saveFile"), onClick: () => void saveDesk() }}
        >
          {t(`failures.${failure}`)}
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="error">
          {faults.slice(0, FAULTS_NAMED).map((fault, index) => (
            // Two files may have the same name and the same fault.
            <span key={`${index} ${fault}`} className="block">
              {fault}
            </span>
          ))}
          {others > 0 && <span className="block">{t("otherFaults", { count: others })}</span>}
        </Notice>
      )}
    </>
  );
}
