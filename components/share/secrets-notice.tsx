import { useTranslations } from "use-intl";
import { masked } from "@/lib/links/find-secrets";
import type { LeavingSecret } from "@/lib/links/what-leaves";
import { useLeavingLabel } from "./use-leaving-label";

/** What among that which leaves looks like something to keep to oneself, and where it stands. It warns and forbids nothing. */
export function SecretsNotice({ secrets }: { secrets: readonly LeavingSecret[] }) {
  const t = useTranslations("share");
  const label = useLeavingLabel();
  if (secrets.length === 0) return null;
  const placeOf = ({ where, more }: LeavingSecret) =>
    more > 0 ? t("morePlaces", { place: label(where), count: more }) : label(where);
  return (
    <section aria-label={t("warning")} className="mt-3 rounded-lg border border-warn px-3.5 py-2 text-sm">
      <p className="font-semibold">
        <span aria-hidden className="font-bold text-warn">
          !
        </span>{" "}
        {t("warning")}
      </p>
      <ul className="max-h-40 list-disc overflow-y-auto pl-5" tabIndex={0}>
        {secrets.map((secret) => (
          <li key={secret.text} className="wrap-anywhere">
            {t("secretIs", { kind: t(`secrets.${secret.kind}`) })}
            <code>{masked(secret)}</code>
            {t("secretAt", { place: placeOf(secret) })}
          </li>
        ))}
      </ul>
      <p className="text-xs text-mute">{t("warningHint")}</p>
    </section>
  );
}
