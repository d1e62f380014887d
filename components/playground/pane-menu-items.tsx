import { useState } from "react";
import { useTranslations } from "use-intl";
import { MenuButton, type MenuItem } from "@/components/ui/menu";
import { partOf } from "@/components/ui/on-demand";
import type { LockableControl } from "@/lib/links/link-document";
import { newId } from "@/lib/new-id";
import { canCompare } from "@/lib/playground/can-compare";
import { standingAnswer } from "@/lib/playground/conversation";
import { MAX_PANES, timesOf } from "@/lib/playground/experiment";
import { holdOf } from "@/lib/playground/hold";
import { useDeskPart, useDeskTools } from "./desk-context";
import { LaterDialog } from "./later-dialog";
import type { PaneMenuProps } from "./pane-menu";
import { replayablePanes, replayOf } from "./replay";
import { useRunsStatus } from "./use-runs";

const COMPARE = partOf(() => import("./compare-answers"));
const CODE = partOf(() => import("./request-code"));
const LOAD = partOf(() => import("./request-loader"));

/** What one does now and then with a pane, its menu open. Only what works at the moment is enabled. */
export default function PaneMenuItems({ pane, number, running, enlarged, onEnlarge }: PaneMenuProps) {
  const t = useTranslations("pane");
  const desk = useTranslations("desk");
  const link = useDeskPart((desk) => desk.link);
  const { store, runs } = useDeskTools();
  const { series } = useRunsStatus(runs);
  const times = useDeskPart(timesOf);
  const count = useDeskPart((desk) => desk.experiment.panes.length);
  const view = useDeskPart((desk) => desk.view);
  const hasAnswer = useDeskPart((desk) => standingAnswer(desk, pane) !== "" || pane.turns.length > 0);
  const isComparable = useDeskPart((desk) => canCompare(desk, pane.id));
  const isReplayable = useDeskPart((desk) => replayablePanes(desk).includes(pane.id));
  const [dialog, setDialog] = useState<"compare" | "code" | "load">();
  const close = () => setDialog(undefined);
  const id = pane.id;
  const items: (MenuItem & { control?: LockableControl | "any" })[] = [
    { label: enlarged ? t("reduce") : t("enlarge"), onSelect: onEnlarge, disabled: count < 2 && !enlarged },
    {
      label: t("runTimes", { times }),
      disabled: running || series !== undefined,
      onSelect: () => void runs.play([id], times),
    },
    ...(isReplayable ? [{ label: t("playRecorded"), onSelect: () => replayOf(store).play([id]) }] : []),
    { label: t("compare"), disabled: !isComparable, onSelect: () => setDialog("compare") },
    { label: t("code"), onSelect: () => setDialog("code") },
    { control: "any", label: t("load"), onSelect: () => setDialog("load") },
    {
      control: "view",
      label: view === "plain" ? t("markdown") : t("plain"),
      onSelect: () => store.dispatch({ type: "setView", view: view === "plain" ? "markdown" : "plain" }),
    },
    {
      control: "system",
      label: pane.system === undefined ? t("ownSystem") : t("sharedSystem"),
      onSelect: () =>
        store.dispatch({
          type: "setPaneSystem",
          pane: id,
          text: pane.system === undefined ? store.get().experiment.system : undefined,
        }),
    },
    {
      control: "turns",
      label: t("continueHere"),
      disabled: !hasAnswer || count < 2,
      onSelect: () => store.dispatch({ type: "continueFrom", pane: id, turnIds: [newId()] }),
    },
    {
      control: "panes",
      label: t("copyPane"),
      disabled: count >= MAX_PANES,
      onSelect: () => store.dispatch({ type: "addPane", id: newId(), from: id }),
    },
    {
      control: "panes",
      label: t("remove"),
      disabled: count < 2,
      onSelect: () => {
        runs.stop(id);
        store.dispatch({ type: "removePane", pane: id });
      },
    },
  ];
  const isHeld = (link?.lock ?? link?.hide) !== undefined;
  const withHold = ({ control, ...item }: (typeof items)[number]): MenuItem[] => {
    // A request that is loaded sets whatever it likes.
    const hold = control === "any" ? isHeld && "locked" : control && holdOf({ link }, control);
    if (hold === "hidden") return [];
    return hold ? [{ ...item, label: desk("lockedNamed", { what: item.label }), disabled: true }] : [item];
  };
  return (
    <>
      <MenuButton isOpenAtFirst label={t("menu", { number })} items={items.flatMap(withHold)} />
      {dialog === "compare" && (
        <LaterDialog title={t("compareTitle")} part={COMPARE} props={{ pane: id }} onClose={close} />
      )}
      {dialog === "code" && (
        <LaterDialog title={t("codeTitle", { number })} part={CODE} props={{ pane: id }} onClose={close} />
      )}
      {dialog === "load" && (
        <LaterDialog
          title={t("loadTitle", { number })}
          part={LOAD}
          props={{ pane: id, number, onLoaded: close }}
          onClose={close}
        />
      )}
    </>
  );
}
