import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  isParameterKey,
  type ParameterKey,
  type ParameterValue,
  type ParameterValues,
} from "@/lib/catalog/parameters";
import type { DeskLink } from "@/lib/playground/experiment";
import { holdOf } from "@/lib/playground/hold";
import { support, type Support } from "@/lib/catalog/support";
import type { Target } from "@/lib/catalog/targets";
import { useControlTexts } from "./use-control-texts";

/** What every control of the rail is given. */
export type ControlProps = {
  name: ParameterKey;
  /** The pane's model; undefined when nobody here runs it. */
  target: Target | undefined;
  modelLabel: string;
  values: ParameterValues;
  /** What this model has refused in this session. */
  refused: readonly ParameterKey[];
  /** Where the desk is from a link: what that locks or hides. */
  link?: DeskLink;
  onChange: (key: ParameterKey, value: ParameterValue | undefined) => void;
  /** How many of the tokens shown in the lens this fader cuts; see `lens.tsx`. */
  cuts?: ReadonlyMap<ParameterKey, number>;
  /** Sends a refused parameter again on purpose. */
  onSendAgain: (key: ParameterKey) => void;
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
  const locked = useTranslations("desk")("locked");
  const { name, target, modelLabel, values, refused, link, cuts, onChange } = control;
  const cut = cuts?.get(name);
  const texts = useControlTexts();
  const verdict = support(name, target, values, refused);
  const reason = texts.reason(verdict, modelLabel);
  const isSet = values[name] !== undefined;
  const isLocked = holdOf({ link }, name) === "locked";
  return (
    <fieldset
      disabled={isLocked}
      aria-label={texts.label(name)}
      className={`min-w-0 border-b border-line px-4 py-3 ${cut ? "border-l-2 border-l-accent" : ""}`}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="flex-1 font-semibold">{texts.label(name)}</span>
        {isSet && !isLocked && (
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
      {cut !== undefined && <p className="mt-1 text-xs">{t("cuts", { count: cut })}</p>}
      {isSet && verdict.support === "mayBeIgnored" && (
        <p className="mt-1 text-xs text-mute">{t("mayBeIgnored")}</p>
      )}
      {reason && (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-xs">
          {reason}
          <WayOut control={control} verdict={verdict} />
        </p>
      )}
      {isLocked && <p className="mt-1 text-xs">{locked}</p>}
    </fieldset>
  );
}

/** One press that makes a parameter count: the value that another one must have, or sending it once more. */
function WayOut({ control, verdict }: { control: ControlProps; verdict: Support }) {
  const t = useTranslations("rail");
  const { label } = useControlTexts();
  const { name, link, onChange, onSendAgain } = control;
  if (verdict.support === "refused")
    return (
      <Button size="small" onClick={() => onSendAgain(name)}>
        {t("sendAgain")}
      </Button>
    );
  const needs = "needs" in verdict ? verdict.needs : undefined;
  if (!needs || !isParameterKey(needs.parameter) || holdOf({ link }, needs.parameter)) return null;
  const { parameter, value } = needs;
  const named = label(parameter);
  return (
    <Button size="small" onClick={() => onChange(parameter, value as ParameterValue)}>
      {typeof value === "boolean" ? t("turnOn", { name: named }) : t("setTo", { name: named, value })}
    </Button>
  );
}
