import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { support } from "@/lib/catalog/support";
import type { ParameterKey, ParameterValue, ParameterValues } from "@/lib/catalog/parameters";
import { useControlTexts } from "./use-control-texts";

/** What every control of the rail is given. */
export type ControlProps = {
  name: ParameterKey;
  model: string;
  modelLabel: string;
  values: ParameterValues;
  onChange: (key: ParameterKey, value: ParameterValue | undefined) => void;
};

/** One labelled group: name, field, reset, the control itself, its sentence, and the way out when it is not sent. */
export function ControlFrame({
  control,
  field,
  children,
}: {
  control: ControlProps;
  field?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations("rail");
  const { name, model, modelLabel, values, onChange } = control;
  const texts = useControlTexts();
  const verdict = support(name, model, values);
  const reason = texts.reason(verdict, modelLabel);
  const isSet = values[name] !== undefined;
  return (
    <div role="group" aria-label={texts.label(name)} className="border-b border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="flex-1 font-semibold">{texts.label(name)}</span>
        {isSet && (
          <button
            type="button"
            aria-label={t("resetNamed", { name: texts.label(name) })}
            onClick={() => onChange(name, undefined)}
            className="min-h-6 cursor-pointer text-xs text-mute underline underline-offset-2 hover:text-ink"
          >
            {t("reset")}
          </button>
        )}
        {field}
      </div>
      {children}
      <p id={`help-${name}`} className="mt-1 text-xs text-mute">
        {texts.help(name)}
      </p>
      {isSet && verdict.support === "mayBeIgnored" && (
        <p className="mt-1 text-xs text-mute">{t("mayBeIgnored")}</p>
      )}
      {reason && (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-xs">
          {reason}
          {"needs" in verdict && (
            <Button
              size="small"
              onClick={() => onChange(verdict.needs.parameter, verdict.needs.value as ParameterValue)}
            >
              {t("turnOn", { name: texts.label(verdict.needs.parameter) })}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
