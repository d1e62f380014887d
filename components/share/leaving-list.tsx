import { useTranslations } from "use-intl";
import { FirstFew } from "@/components/playground/first-few";
import type { LinkAnswer } from "@/lib/links/link-answer";
import type { Leaving } from "@/lib/links/what-leaves";
import { LeavingAnswer } from "./leaving-answer";
import { useControlName } from "./use-control-name";
import { useLeavingLabel } from "./use-leaving-label";

/** Everything that leaves, with its words as they leave; what is empty is not listed. */
export function LeavingList({ list }: { list: readonly Leaving[] }) {
  const t = useTranslations("share");
  const named = useTranslations();
  const text = useLeavingText();
  const looksText = useLooksText();
  const label = useLeavingLabel();
  const answers = list.flatMap((each) => (each.part === "answer" ? [each] : []));
  const looks = list.map(looksText).filter((each) => each !== "");
  /** A pane's model and all that is set for it, in one line. */
  const paneText = (model: Leaving) =>
    [
      text(model),
      ...list.flatMap((each) =>
        each.part === "parameter" && each.pane === model.pane
          ? [`${named(`parameters.${each.name}.label`)} ${text(each)}`]
          : [],
      ),
    ].join(" · ");
  const told = list.filter((each) => each.part !== "parameter" && text(each) !== "");
  return (
    <section
      tabIndex={0}
      aria-label={t("leaves")}
      className="mt-1 max-h-52 overflow-y-auto rounded-md bg-sunk p-3 text-[13px]"
    >
      <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-sm:grid-cols-1">
        {told.map((each) => (
          <Row
            key={each.path.join(".")}
            name={each.part === "model" ? t("pane", { number: each.pane ?? 0 }) : label(each)}
            text={each.part === "model" ? paneText(each) : text(each)}
          />
        ))}
        <Row name={t("looks")} text={looks.join("; ")} />
      </dl>
      {answers.length > 0 && (
        <ul className="mt-3 space-y-2 border-t border-line pt-2">
          <FirstFew
            items={answers}
            renderItem={(each) => (
              <LeavingAnswer key={each.path.join(".")} name={label(each)} answer={each.value as LinkAnswer} />
            )}
          />
        </ul>
      )}
    </section>
  );
}

function Row({ name, text }: { name: string; text: string }) {
  return (
    <div className="contents">
      <dt className="font-semibold max-sm:mt-1">{name}</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap">{text}</dd>
    </div>
  );
}

/** The words of a thing, or its value; nothing for what is told elsewhere. */
function useLeavingText(): (leaving: Leaving) => string {
  const t = useTranslations("pane");
  return (leaving) => {
    switch (leaving.part) {
      case "title":
      case "system":
      case "message":
      case "model":
        return leaving.value;
      case "turn":
        return leaving.value.content;
      case "variable":
        // Its name leaves, whatever its value is.
        return leaving.value.value || t("emptyAnswer");
      case "parameter":
        return typeof leaving.value === "object" ? JSON.stringify(leaving.value) : String(leaving.value);
      default:
        return "";
    }
  };
}

/** How the desk looks at it all, a few words for each thing. */
function useLooksText(): (leaving: Leaving) => string {
  const t = useTranslations("share");
  const controlName = useControlName();
  return (leaving) => {
    switch (leaving.part) {
      case "view":
        return t(`views.${leaving.value as "plain" | "markdown"}`);
      case "selected":
        return t("selected", { number: leaving.value + 1 });
      case "moveTogether":
        return t("moveTogether");
      case "times":
        return t("times", { count: leaving.value });
      case "shown":
        return t("shown", { pane: leaving.pane ?? 0, number: leaving.value + 1 });
      case "lock":
      case "hide":
        return t(leaving.part, { names: leaving.value.map(controlName).join(", ") });
      default:
        return "";
    }
  };
}
