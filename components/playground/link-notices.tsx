import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { useDeskPart } from "./desk-context";
import { LinkBanner } from "./link-banner";
import type { LinkFault } from "./open-arrived";
import { useErrorText } from "./use-error-text";
import { useLinkProblemText } from "./use-link-problem-text";

/** Where the desk is from, and why a link could not be opened. */
export default function LinkNotices({
  fault,
  onFaultRead,
}: {
  fault: LinkFault | undefined;
  onFaultRead: () => void;
}) {
  const t = useTranslations();
  const link = useDeskPart((desk) => desk.link);
  const problemText = useLinkProblemText();
  const errorText = useErrorText();
  return (
    <>
      {/* First: on a phone the rest of this bar may be out of sight, and this is what was asked for just now. */}
      {fault && (
        <Notice
          tone="error"
          action={fault.again && { label: t("app.again"), onClick: fault.again }}
          dismissLabel={t("desk.dismiss")}
          onDismiss={onFaultRead}
        >
          {fault.problem
            ? problemText(fault.problem)
            : fault.failure
              ? errorText(fault.failure)
              : t("links.missingPart")}{" "}
          {t("links.unchanged")}
        </Notice>
      )}
      {link && <LinkBanner link={link} />}
    </>
  );
}
