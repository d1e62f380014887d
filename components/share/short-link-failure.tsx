import { useTranslations } from "use-intl";
import type { LinkFailure } from "@/components/playground/links-client";
import { useErrorText } from "@/components/playground/use-error-text";
import { Notice } from "@/components/ui/notice";

/** Why a short link could not be made or deleted. All that was chosen stands as it was. */
export function ShortLinkFailure({ failure: { code, message } }: { failure: LinkFailure }) {
  const t = useTranslations("share");
  const errorText = useErrorText();
  return (
    <Notice tone="error">
      {code === "network" ? t("offline") : errorText({ code, message })}{" "}
      {code === "sign_in_needed" && (
        <a href="/sign-in" target="_blank" rel="noopener" className="underline underline-offset-2">
          {t("signIn")}
        </a>
      )}
    </Notice>
  );
}
