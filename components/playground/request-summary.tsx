import { useTranslations } from "use-intl";
import { PARAMETER_KEYS } from "@/lib/catalog/parameters";
import type { LeftOut } from "@/lib/code/left-out";
import type { ReadRequest } from "@/lib/code/read-request";
import { shortValue } from "./use-pane-title";

/** What of a pasted request is taken, and what is not and why. */
export function RequestSummary({ request, model }: { request: ReadRequest; model: string | undefined }) {
  const t = useTranslations();
  const { system, messages, parameters, leftOut, hasKey } = request;
  const settings = PARAMETER_KEYS.flatMap((key) => {
    const value = parameters[key];
    return value === undefined ? [] : `${t(`parameters.${key}.label`)} ${shortValue(value)}`;
  });
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-mute">{t("pane.model")}</dt>
        <dd className="wrap-anywhere">{model === undefined ? t("loading.keepsModel") : model}</dd>
        <dt className="text-mute">{t("loading.texts")}</dt>
        <dd>{t("loading.counts", { turns: messages.length, system: system === "" ? 0 : 1 })}</dd>
        <dt className="text-mute">{t("sent.parameters")}</dt>
        <dd className="wrap-anywhere">{settings.join(" · ") || t("loading.noParameters")}</dd>
      </dl>
      {leftOut.length > 0 && (
        <>
          <h3 className="mt-3 font-semibold">{t("loading.leftOut")}</h3>
          <ul className="list-disc pl-5">
            {leftOut.map((each) => (
              <LeftOutLine key={each.name} each={each} />
            ))}
          </ul>
        </>
      )}
      {hasKey && <p className="mt-3">{t("loading.keyNotKept")}</p>}
    </>
  );
}

function LeftOutLine({ each }: { each: LeftOut }) {
  const t = useTranslations();
  if ("why" in each)
    return (
      <li className="wrap-anywhere">
        <code>{each.name}</code>
        {t("loading.because", { why: t(`loading.why.${each.why}`) })}
      </li>
    );
  const { kind, ...values } = each.problem;
  return (
    <li className="wrap-anywhere">
      {t(`fields.${kind}`, { field: t("fields.quoted", { name: each.name }), ...values } as never)}
    </li>
  );
}
