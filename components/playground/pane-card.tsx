import { memo, useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { partOf } from "@/components/ui/on-demand";
import { TextArea } from "@/components/ui/text-area";
import { isRunning } from "@/lib/run";
import { isAnswering, runsOnShow, shownRecord, type Pane } from "@/lib/playground/experiment";
import { useDeskPart, useDeskTools } from "./desk-context";
import { LaterDialog } from "./later-dialog";
import { Lockable } from "./lockable";
import { PaneBody } from "./pane-body";
import { PaneFoot } from "./pane-foot";
import { PaneHead } from "./pane-head";
import { useFollow } from "./use-follow";
import { usePaneName } from "./use-pane-title";
import { isToCome, useRunsStatus } from "./use-runs";

const SENT = partOf(() => import("./sent-request"));

type PaneCardProps = {
  pane: Pane;
  number: number;
  enlarged: boolean;
  onEnlarge: (pane: string | undefined) => void;
};

/** One model's place on the desk. It redraws for its own run only, so eight may stream at once. */
export const PaneCard = memo(function PaneCard({ pane, number, enlarged, onEnlarge }: PaneCardProps) {
  const t = useTranslations("pane");
  const { store, runs: presses } = useDeskTools();
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const runs = useDeskPart((desk) => runsOnShow(desk, pane.id));
  const view = useDeskPart((desk) => desk.view);
  const isSelected = useDeskPart((desk) => desk.selected === pane.id);
  const [sentOpen, setSentOpen] = useState(false);
  const paneName = usePaneName();
  const record = shownRecord(runs);
  const follow = useFollow(record && isRunning(record.run) ? record.run.text.length : 0);
  // A recorded answer that plays again is no run: the pane can be run beside it.
  const answers = useDeskPart((desk) => isAnswering(desk, pane.id));
  const { series } = useRunsStatus(presses);
  const running = answers || isToCome(series, pane.id);
  const toggleEnlarged = () => onEnlarge(enlarged ? undefined : pane.id);
  /** F enlarges while focus is in the pane, but not while typing: a single-key shortcut must not act elsewhere. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.matches("input, textarea, select, [contenteditable], dialog *");
    if (event.key.toLowerCase() !== "f" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (panes.length > 1) toggleEnlarged();
  };
  const headingId = `pane-title-${pane.id}`;
  return (
    // The section is a region, not a control: focus and clicks inside it choose the pane, its controls do the work.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <section
      id={`pane-${pane.id}`}
      aria-labelledby={headingId}
      tabIndex={-1}
      data-region-entry={isSelected ? "" : undefined}
      data-pane={number}
      data-state={record?.run.state ?? "empty"}
      onFocus={() => store.dispatch({ type: "select", pane: pane.id })}
      onMouseDown={() => store.dispatch({ type: "select", pane: pane.id })}
      onKeyDown={onKeyDown}
      className={`@container flex min-h-60 min-w-0 flex-col rounded-[10px] border bg-panel ${
        isSelected ? "border-accent ring-1 ring-accent" : "border-line"
      }`}
    >
      <h2 id={headingId} className="sr-only">
        {t("title", { number, name: paneName(pane, panes) })}
      </h2>
      <PaneHead
        pane={pane}
        number={number}
        running={running}
        enlarged={enlarged}
        onEnlarge={toggleEnlarged}
      />
      {/* A scrolling region must be reachable by keyboard. */}
      <div
        {...follow}
        tabIndex={0}
        role="group"
        aria-labelledby={headingId}
        className="min-h-0 flex-1 overflow-auto p-4 text-base/[1.7]"
      >
        {pane.system !== undefined && (
          <Lockable control="system">
            <TextArea
              label={t("ownSystemLabel", { number })}
              value={pane.system}
              onChange={(text) => store.dispatch({ type: "setPaneSystem", pane: pane.id, text })}
            />
          </Lockable>
        )}
        <PaneBody pane={pane} number={number} runs={runs} view={view} />
      </div>
      {record && <PaneFoot run={record.run} onSent={() => setSentOpen(true)} />}
      {record && sentOpen && (
        <LaterDialog
          title={t("sentTitle", { number })}
          part={SENT}
          props={{ record }}
          onClose={() => setSentOpen(false)}
        />
      )}
    </section>
  );
});
