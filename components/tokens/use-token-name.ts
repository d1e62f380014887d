import { useTranslations } from "use-intl";
import type { TokenOdds } from "@/lib/odds/odds";

/** What to call a token: its text, or a word for what has none that can be seen. Texts of the group `tokens`. */
export function useTokenName(): (token: Pick<TokenOdds, "text" | "bytes">) => string {
  const t = useTranslations("tokens");
  return ({ text, bytes }) => {
    if (bytes.length === 0) return t("end");
    if (text.includes("\uFFFD"))
      return t("bytes", { hex: bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(" ") });
    const bare = text.trim();
    if (bare !== "") return bare;
    return text.includes("\n") ? t("lineBreak") : t("space");
  };
}
