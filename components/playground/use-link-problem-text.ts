import { useTranslations } from "use-intl";
import { LINK_VERSION } from "@/lib/links/link-document";
import type { LinkProblem } from "@/lib/links/link-problem";

/** What is wrong with a link or a file, and what to do, in the reader's words. */
export function useLinkProblemText(): (problem: LinkProblem) => string {
  const t = useTranslations();
  return (problem) => {
    const { code, ...values } = problem;
    if (problem.code !== "invalid")
      return t(`links.problems.${code}`, { ...values, known: LINK_VERSION } as never);
    const { kind, ...limits } = problem.problem;
    const field = problem.path === "" ? t("fields.whole") : t("fields.quoted", { name: problem.path });
    return t("links.problems.invalid", { sentence: t(`fields.${kind}`, { field, ...limits } as never) });
  };
}
