import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Option } from "./use-options";
import { useSizeText } from "./use-size-text";

/** Whether recorded answers go along, with what each choice weighs. */
export function AnswersChoice({
  options,
  chosen,
  onChoose,
}: {
  options: readonly Option[];
  chosen: Option;
  onChoose: (answers: Option["answers"]) => void;
}) {
  const t = useTranslations("share");
  const sizeText = useSizeText();
  const name = useId();
  return (
    <fieldset className="mt-3 min-w-0">
      <legend className="font-semibold">{t("answers")}</legend>
      {options.map(({ answers, count, measured }) => (
        <label key={answers} className="flex min-h-8 cursor-pointer flex-wrap items-baseline gap-x-2 py-1">
          <input
            type="radio"
            name={name}
            checked={answers === chosen.answers}
            onChange={() => onChoose(answers)}
            className="cursor-pointer accent-accent"
          />
          {t(`with.${answers}`, { count })}
          <span className="text-xs text-mute">{measured ? sizeText(measured) : t("measuring")}</span>
        </label>
      ))}
      {options.length === 1 && <p className="text-xs text-mute">{t("noAnswers")}</p>}
    </fieldset>
  );
}
