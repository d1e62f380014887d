import { useTranslations } from "use-intl";
import { MenuButton, type MenuItem } from "@/components/ui/menu";
import { newId } from "@/lib/new-id";
import { standingAnswer } from "@/lib/playground/conversation";
import { MAX_PANES, type Pane } from "@/lib/playground/experiment";
import { useDeskPart, useDeskTools } from "./desk-context";

type PaneMenuProps = { pane: Pane; number: number; enlarged: boolean; onEnlarge: () => void };

/** What one does now and then with a pane. Only what works at the moment is enabled. */
export function PaneMenu({ pane, number, enlarged, onEnlarge }: PaneMenuProps) {
  const t = useTranslations("pane");
  const { store, runs } = useDeskTools();
  const count = useDeskPart((desk) => desk.experiment.panes.length);
  const view = useDeskPart((desk) => desk.view);
  const hasAnswer = useDeskPart((desk) => standingAnswer(desk, pane) !== "" || pane.turns.length > 0);
  const id = pane.id;
  const items: MenuItem[] = [
    { label: enlarged ? t("reduce") : t("enlarge"), onSelect: onEnlarge, disabled: count < 2 && !enlarged },
    {
      label: view === "plain" ? t("markdown") : t("plain"),
      onSelect: () => store.dispatch({ type: "setView", view: view === "plain" ? "markdown" : "plain" }),
    },
    {
      label: pane.system === undefined ? t("ownSystem") : t("sharedSystem"),
      onSelect: () =>
        store.dispatch({
          type: "setPaneSystem",
          pane: id,
          text: pane.system === undefined ? store.get().experiment.system : undefined,
        }),
    },
    {
      label: t("continueHere"),
      disabled: !hasAnswer || count < 2,
      onSelect: () => store.dispatch({ type: "continueFrom", pane: id, turnIds: [newId()] }),
    },
    {
      label: t("copyPane"),
      disabled: count >= MAX_PANES,
      onSelect: () => store.dispatch({ type: "addPane", id: newId(), from: id }),
    },
    {
      label: t("remove"),
      disabled: count < 2,
      onSelect: () => {
        runs.stop(id);
        store.dispatch({ type: "removePane", pane: id });
      },
    },
  ];
  return <MenuButton label={t("menu", { number })} items={items} />;
}
