import { useTranslations } from "use-intl";
import { SelectField } from "@/components/ui/select-field";
import type { CodeSources } from "@/lib/code/code-sources";

/** Which request code is made of: what was sent, or what Run would send now. With one of them alone it says which. */
export function RequestChoice({
  sources: { sent, now },
  chosen,
  onChoose,
}: {
  sources: CodeSources;
  chosen: keyof CodeSources;
  onChoose: (source: keyof CodeSources) => void;
}) {
  const t = useTranslations("code");
  const asSent = sent && t("asSent", { run: sent.run, of: sent.of });
  const unfilled = chosen === "now" ? (now?.unfilled ?? []) : [];
  return (
    <div className="mb-2 text-[13px] text-mute">
      {asSent && now ? (
        <SelectField
          label={t("request")}
          value={chosen}
          options={[
            { value: "sent", label: asSent },
            { value: "now", label: t("asItStands") },
          ]}
          onChange={(value) => onChoose(value === "sent" ? "sent" : "now")}
        />
      ) : (
        <p>{asSent ?? t("notSentYet")}</p>
      )}
      {unfilled.length > 0 && (
        <p className="mt-1">{t("unfilled", { names: unfilled.map((name) => `{{${name}}}`).join(", ") })}</p>
      )}
    </div>
  );
}
