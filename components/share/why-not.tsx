import { useTranslations } from "use-intl";
import { useLinkProblemText } from "@/components/playground/use-link-problem-text";
import { Notice } from "@/components/ui/notice";
import type { LinkProblem } from "@/lib/links/link-problem";

/** Why something cannot leave as a link, or not even as a file, and what to do instead. */
export function WhyNot({ problem, way }: { problem: LinkProblem; way: "link" | "file" }) {
  const t = useTranslations("share.whyNot");
  const problemText = useLinkProblemText();
  const text = () => {
    switch (problem.code) {
      case "tooLong":
        return t("tooLong", { length: problem.length, limit: problem.limit });
      case "tooLarge":
        return t(way === "file" ? "tooLargeForFile" : "tooLargeForLink");
      case "browserTooOld":
        return t("browserTooOld");
      default:
        return problemText(problem);
    }
  };
  return <Notice tone="warn">{text()}</Notice>;
}
