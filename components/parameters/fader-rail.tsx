import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Switch } from "@/components/ui/switch";
import { PARAMETER_KEYS, parameterRow, type ParameterKey } from "@/lib/catalog/parameters";
import { support } from "@/lib/catalog/support";
import { holdOf } from "@/lib/playground/hold";
import { Control } from "./control";
import type { ControlProps } from "./control-frame";
import { useControlTexts } from "./use-control-texts";

/** What every control is given alike. */
type Shared = Omit<ControlProps, "name">;

export type FaderRailProps = Shared & {
  panes: readonly { id: string; number: number; title: string }[];
  selected: string;
  onSelect: (pane: string) => void;
  moveTogether: boolean;
  onMoveTogether: (on: boolean) => void;
  /** Whether "More faders" and the reasons begin unfolded. */
  unfolded?: boolean;
  /** Stands above the faders. */
  lens?: ReactNode;
};

/** The faders of one pane: the basic ones, the rest behind one line, and what its model does not take behind another. */
export function FaderRail(props: FaderRailProps) {
  const t = useTranslations("rail");
  const {
    panes,
    selected,
    onSelect,
    target,
    modelLabel,
    values,
    refused: refusedKeys,
    link,
    cuts,
    onChange,
    onSendAgain,
    moveTogether,
    onMoveTogether,
    unfolded,
    lens,
  } = props;
  const shown = PARAMETER_KEYS.filter((key) => holdOf({ link }, key) !== "hidden");
  const taken = shown.filter((key) => {
    const verdict = support(key, target, values);
    return verdict.support !== "unsupported" && verdict.support !== "unknown";
  });
  const basic = taken.filter((key) => parameterRow(key).level === "basic");
  const more = taken.filter((key) => parameterRow(key).level !== "basic");
  const notTaken = shown.filter((key) => !taken.includes(key));
  const shared: Shared = {
    target,
    modelLabel,
    values,
    refused: refusedKeys,
    link,
    cuts,
    onChange,
    onSendAgain,
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 border-b border-line px-4 py-3">
        {panes.map((pane) => (
          <button
            key={pane.id}
            type="button"
            aria-pressed={pane.id === selected}
            title={pane.title}
            onClick={() => onSelect(pane.id)}
            className="min-h-7 cursor-pointer rounded-md border border-edge px-2.5 text-[13px] whitespace-nowrap aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:font-semibold aria-pressed:text-accent-ink"
          >
            {t("pane", { number: pane.number })}
          </button>
        ))}
        <span className="flex-1" />
        <Switch label={t("moveTogether")} checked={moveTogether} onChange={onMoveTogether} />
      </div>
      {lens}
      {/* Another pane's controls are others: what is half typed in one must not show in the next. */}
      <div key={selected}>
        {basic.map((name, index) => (
          <Control key={name} name={name} regionEntry={index === 0} {...shared} />
        ))}
        {more.length > 0 && <MoreFaders names={more} shared={shared} unfolded={unfolded} />}
        {notTaken.length > 0 && <NotTaken names={notTaken} shared={shared} unfolded={unfolded} />}
      </div>
    </>
  );
}

type FoldedProps = { names: ParameterKey[]; shared: Shared; unfolded?: boolean };

function MoreFaders({ names, shared, unfolded }: FoldedProps) {
  const t = useTranslations("rail");
  const { label, help } = useControlTexts();
  const [query, setQuery] = useState("");
  const found = names.filter((name) =>
    `${label(name)} ${help(name)} ${name}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  return (
    <div className="[&>details>summary]:px-4">
      <Disclosure title={t("more", { count: names.length })} unfolded={unfolded}>
        <div className="px-4 pb-2">
          <input
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="w-full rounded-md border border-edge bg-panel px-2 py-1 text-[13px]"
          />
        </div>
        {found.map((name) => (
          <Control key={name} name={name} {...shared} />
        ))}
        {found.length === 0 && <p className="px-4 text-xs text-mute">{t("noneFound")}</p>}
      </Disclosure>
    </div>
  );
}

function NotTaken({ names, shared, unfolded }: FoldedProps) {
  const { target, modelLabel, values } = shared;
  const t = useTranslations("rail");
  const { label, reason } = useControlTexts();
  return (
    <div className="[&>details>summary]:px-4">
      <Disclosure title={t("notFor", { model: modelLabel, count: names.length })} unfolded={unfolded}>
        <dl className="px-4 text-xs">
          {names.map((name) => (
            <div key={name} className="mb-1.5">
              <dt className="font-semibold">{label(name)}</dt>
              <dd className="text-mute">{reason(support(name, target, values), modelLabel)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
