import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { modelLabel } from "@/lib/catalog/models";
import { isParameterKey, PARAMETER_KEYS, type ParameterKey } from "@/lib/catalog/parameters";
import { support } from "@/lib/catalog/support";
import type { RunRecord } from "@/lib/playground/experiment";
import type { Dropped } from "@/lib/wire-body";
import { copyText } from "./copy-text";
import { useTarget } from "./desk-context";
import { shortValue } from "./use-pane-title";

/** The exact request of a run, and what became of each parameter that was set. */
export default function SentRequest({ record }: { record: RunRecord }) {
  const t = useTranslations("sent");
  const { start, end, error } = record.run;
  const upstream = end?.upstream ?? error?.upstream;
  const body = JSON.stringify(start?.body ?? {}, null, 2);
  return (
    <>
      {start && (
        <p className="text-mute">{t("model", { model: modelLabel(start.model), attempt: start.attempt })}</p>
      )}
      {upstream?.requestId && <p className="text-mute">{t("requestId", { id: upstream.requestId })}</p>}
      {end?.servedModel && <p className="text-mute">{t("servedBy", { model: end.servedModel })}</p>}
      <h3 className="mt-4 font-semibold">{t("parameters")}</h3>
      <FateTable record={record} />
      <h3 className="mt-4 font-semibold">{t("body")}</h3>
      <pre
        tabIndex={0}
        className="mt-1 max-h-80 overflow-auto rounded-md bg-sunk p-3 font-mono text-xs wrap-break-word whitespace-pre-wrap"
      >
        {body}
      </pre>
      <Button variant="outline" onClick={() => void copyText(body)}>
        {t("copy")}
      </Button>
      {upstream?.rateLimits && <RateLimits limits={upstream.rateLimits} />}
    </>
  );
}

function FateTable({ record }: { record: RunRecord }) {
  const t = useTranslations();
  const target = useTarget(record.model);
  const set = PARAMETER_KEYS.filter((key) => record.parameters[key] !== undefined);
  const mayBeIgnored = (key: ParameterKey) =>
    support(key, target, record.parameters).support === "mayBeIgnored";
  // By its code: what a link carries has no words, and those of a server are in the language of then.
  const reasonText = ({ code, values }: Dropped) => {
    const other = String(values?.other ?? "");
    const named = isParameterKey(other) ? t(`parameters.${other}.label`) : other;
    return t(`reasons.${code}`, { ...values, other: named, model: modelLabel(record.model) } as never);
  };
  if (set.length === 0) return <p className="text-mute">{t("sent.nothingSet")}</p>;
  return (
    <table className="mt-1 w-full text-left text-[13px]">
      <thead className="text-xs text-mute">
        <tr>
          <th scope="col">{t("sent.parameter")}</th>
          <th scope="col">{t("sent.value")}</th>
          <th scope="col">{t("sent.fate")}</th>
        </tr>
      </thead>
      <tbody>
        {set.map((key) => {
          const dropped = record.run.start?.dropped.find(({ parameter }) => parameter === key);
          const value = record.parameters[key];
          return (
            <tr key={key} className="border-t border-line">
              <th scope="row" className="py-1 font-medium">
                {t(`parameters.${key}.label`)}
              </th>
              <td className="font-mono">{value === undefined ? "" : shortValue(value)}</td>
              <td>
                {dropped
                  ? t("sent.leftOut", { reason: reasonText(dropped) })
                  : t(mayBeIgnored(key) ? "sent.mayBeIgnored" : "sent.sent")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the provider said is left of its limits, under its own names. */
function RateLimits({ limits }: { limits: Record<string, string> }) {
  const t = useTranslations("sent");
  return (
    <>
      <h3 className="mt-4 font-semibold">{t("rateLimits")}</h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 font-mono text-xs">
        {Object.entries(limits).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-mute">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
