import { useFormatter, useTranslations } from "use-intl";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { modelLabel } from "@/lib/catalog/models";
import { SPROUT } from "@/lib/catalog/models";
import type { ModelEntry } from "@/lib/models-list";
import { useDeskTools } from "./desk-context";
import { useModels } from "./model-shelf";
import { useMoney } from "./use-money";

/** What a provider's model ids look like, for when its list cannot be had. */
const EXAMPLES: Record<string, string> = {
  openai: "openai/gpt-4o-mini",
  huggingface: "huggingface/meta-llama/Llama-3.3-70B-Instruct:groq",
};

/** The pane's model: searchable lists of every provider, and any id besides. */
export function ModelPicker({
  model,
  invalid,
  onChange,
}: {
  model: string;
  invalid: boolean;
  onChange: (model: string) => void;
}) {
  const t = useTranslations();
  const { models: shelf, providers } = useDeskTools();
  const { state, list } = useModels(shelf);
  const describe = useModelDetail();
  const known: readonly ModelEntry[] = list.models.length > 0 ? list.models : [{ ...SPROUT }];
  const listOptions = (): ComboboxOption[] =>
    known.map((entry) => ({
      value: entry.id,
      label: entry.label,
      detail: [providers.find(({ id }) => id === entry.provider)?.label ?? "", ...describe(entry)].join(
        " · ",
      ),
    }));
  const failures = list.providers.flatMap(({ id, label, message }) =>
    message === undefined
      ? []
      : [t("models.failed", { provider: label, reason: message, example: EXAMPLES[id] ?? `${id}/…` })],
  );
  return (
    <Combobox
      label={t("pane.model")}
      value={model}
      valueLabel={modelLabel(model)}
      listOptions={listOptions}
      invalid={invalid}
      hint={t("models.search")}
      moreText={(count) => t("models.more", { count })}
      notes={
        state === "loading" ? [t("models.loading")] : state === "failed" ? [t("errors.network")] : failures
      }
      onOpen={shelf.load}
      onChange={(chosen) => onChange(chosen.trim() || model)}
    />
  );
}

/** Context, price, speed and end of a model, as far as its provider tells. */
function useModelDetail(): (entry: ModelEntry) => string[] {
  const t = useTranslations("models");
  const format = useFormatter();
  const money = useMoney();
  return ({ contextTokens, price, speed, shutdownDate }) => {
    const parts: string[] = [];
    if (contextTokens !== undefined)
      parts.push(t("context", { tokens: format.number(contextTokens, { notation: "compact" }) }));
    if (price) {
      const isFree = price.input === 0 && price.output === 0;
      parts.push(isFree ? t("free") : t("price", { input: money(price.input), output: money(price.output) }));
    }
    if (speed !== undefined)
      parts.push(t("speed", { rate: format.number(speed, { maximumFractionDigits: 0 }) }));
    if (shutdownDate !== undefined)
      parts.push(t(Date.parse(shutdownDate) < Date.now() ? "ended" : "ends", { date: shutdownDate }));
    return parts;
  };
}
