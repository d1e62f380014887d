import { useTranslations } from "use-intl";
import { compareSeries } from "@/lib/playground/compare-series";
import { useDeskPart, useDeskTools } from "./desk-context";
import { useRunsStatus } from "./use-runs";

/** "10 runs each: 1 answer in pane 1, 6 in pane 2.", once the series are over. */
export function SeriesSentence() {
  const t = useTranslations("desk");
  const { runs: presses } = useDeskTools();
  const { series } = useRunsStatus(presses);
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const runs = useDeskPart((desk) => desk.runs);
  const compared = series ? undefined : compareSeries(panes, runs);
  const [first, ...rest] = compared?.panes ?? [];
  if (!compared || !first) return null;
  const list = rest.reduce((before, each) => t("seriesNext", { before, ...each }), t("seriesFirst", first));
  return <p className="text-[13px] text-mute">{t("series", { runs: compared.runs, panes: list })}</p>;
}
