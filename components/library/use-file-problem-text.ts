import { useTranslations } from "use-intl";
import type { FileFault } from "@/lib/library/library-file";
import type { LinkProblem } from "@/lib/links/link-problem";

export type FileProblem = LinkProblem | { code: "unreadable" };

/** A file that was not imported, whole or in part, and why. */
export type ImportFault = { file: string } & Omit<FileFault, "problem"> & { problem: FileProblem };

const MEGABYTE = 1024 * 1024;

/** What is wrong with a file, or with a desk that is to become one, in the reader's words. */
export function useFileProblemText(): (problem: FileProblem) => string {
  const t = useTranslations();
  return (problem) => {
    switch (problem.code) {
      case "newer":
        return t("library.problems.newer", { version: problem.version });
      case "tooLarge":
        return t("library.problems.tooLarge", { megabytes: problem.limit / MEGABYTE });
      case "unreadable":
        return t("library.problems.unreadable");
      case "invalid": {
        const { kind, ...limits } = problem.problem;
        const field = problem.path === "" ? t("library.theFile") : t("fields.quoted", { name: problem.path });
        return t("library.problems.invalid", {
          sentence: t(`fields.${kind}`, { field, ...limits } as never),
        });
      }
      default:
        return t("library.problems.notAFile");
    }
  };
}

/** Which file, or which experiment in it. */
export function useFaultPlace(): (fault: Omit<ImportFault, "problem">) => string {
  const t = useTranslations("library");
  return ({ file, name, place }) => {
    if (name !== undefined) return t("inFile", { name, file });
    return place === undefined ? t("file", { file }) : t("placeInFile", { place, file });
  };
}
