import { useFormatter, useTranslations } from "use-intl";
import type { MeasuredLink } from "@/lib/links/measure-link";

const KILOBYTE = 1024;

/** A size in the reader's words: bytes, or kilobytes to one digit. */
export function useBytesText(): (bytes: number) => string {
  const t = useTranslations("share");
  const format = useFormatter();
  return (bytes) =>
    bytes < KILOBYTE
      ? t("bytes", { bytes })
      : t("kilobytes", { size: format.number(bytes / KILOBYTE, { maximumFractionDigits: 1 }) });
}

/** What a document weighs, as a file and as a link. */
export function useSizeText(): (measured: MeasuredLink) => string {
  const t = useTranslations("share");
  const bytesText = useBytesText();
  return (measured) => {
    const size = bytesText(measured.bytes);
    if ("link" in measured) return t("sizeOfLink", { size, characters: measured.link.length });
    return measured.problem.code === "tooLong" ? t("sizeTooLong", { size }) : t("sizeOfFile", { size });
  };
}
