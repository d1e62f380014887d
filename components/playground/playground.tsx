"use client";

import { Activity, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { createTokenChoice } from "@/components/tokens/token-choice";
import { PromptIcon, SlidersIcon } from "@/components/ui/icons";
import { partOf } from "@/components/ui/on-demand";
import type { Provider } from "@/lib/catalog/providers";
import type { Language } from "@/lib/messages/languages";
import { withExamples } from "@/lib/playground/examples";
import { firstDesk } from "@/lib/playground/first-visit";
import type { Theme } from "@/lib/themes";
import { AddPane } from "./add-pane";
import { BottomBar } from "./bottom-bar";
import { DeskContext, type DeskTools } from "./desk-context";
import { DeskHeader } from "./desk-header";
import { DeskNotices } from "./desk-notices";
import { createDeskKeeping } from "./desk-keeping";
import { createDeskStore } from "./desk-store";
import { FaderColumn } from "./fader-column";
import { FoldedEdge } from "./folded-edge";
import type { Folding } from "./folding";
import { createKeyRing } from "./key-ring";
import { LaterDialog } from "./later-dialog";
import { LinkBar } from "./link-bar";
import { createModelShelf } from "./model-shelf";
import { PaneGrid } from "./pane-grid";
import { PromptColumn } from "./prompt-column";
import { StatusAnnouncer } from "./status-announcer";
import { useDeskSaving } from "./use-desk-saving";
import { useFoldFocus } from "./use-fold-focus";
import { createRuns, fetchRunClient, useRunsStatus } from "./use-runs";
import { useModelsOfPanes } from "./use-models-of-panes";
import { useRunAsIMove } from "./use-run-as-i-move";
import { useShortcuts } from "./use-shortcuts";

/** Dialogs of the whole desk; `desk.<name>` is what each is called. */
const DIALOGS = {
  keys: partOf(() => import("./key-fields")),
  share: partOf(() => import("@/components/share/share-dialog")),
  library: partOf(() => import("@/components/library/library-panel")),
};

const SIGNS_OF_A_HAND = ["pointermove", "pointerdown", "keydown"] as const;

/** From this width on the rail stands beside the panes by itself. */
const RAIL_FITS = "(min-width: 80rem)";

/**
 * The desk: prompt on the left, panes in the middle, faders on the right; on a phone one below the other. Prompt and Run
 * take over from the server's markup first; panes and faders follow, each by itself or at the first press on it.
 */
export function Playground({
  languages,
  theme,
  providers,
  canSignOut,
  linkId,
}: {
  languages: readonly { id: Language; label: string }[];
  theme: Theme;
  providers: readonly Provider[];
  /** Whether a password stands before this page. */
  canSignOut: boolean;
  /** The short link that this page was opened by. */
  linkId?: string;
}) {
  const t = useTranslations("desk");
  const [dialog, setDialog] = useState<keyof typeof DIALOGS>();
  const tools = useMemo((): DeskTools => {
    const store = createDeskStore(withExamples(firstDesk(t("firstTitle"))));
    const keys = createKeyRing(providers);
    return {
      store,
      keeping: createDeskKeeping(store),
      runs: createRuns(store, keys),
      providers,
      keys,
      models: createModelShelf(keys),
      tokens: createTokenChoice(),
      openKeys: () => setDialog("keys"),
      openShare: () => setDialog("share"),
      openLibrary: () => setDialog("library"),
      linkId,
    };
    // The first desk's title keeps the language it was made in; a later change of language changes no one's work.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const { saving, isLoading, linkFault, forgetFault } = useDeskSaving(tools);
  useShortcuts(tools);
  useModelsOfPanes(tools);
  useRunAsIMove(tools);
  useEffect(() => {
    // Not with the page, but with the first sign of a hand: it is there when that presses. What fails is fetched by the press.
    const fetchIt = () => void fetchRunClient().catch(() => {});
    for (const sign of SIGNS_OF_A_HAND) addEventListener(sign, fetchIt, { once: true, passive: true });
    return () => {
      for (const sign of SIGNS_OF_A_HAND) removeEventListener(sign, fetchIt);
    };
  }, []);
  const [rail, setRail] = useState<Folding>("auto");
  const [isPromptFolded, setPromptFolded] = useState(false);
  const { unfilled } = useRunsStatus(tools.runs);
  // Where values are missing they can be given.
  useEffect(() => {
    if (unfilled) setPromptFolded(false);
  }, [unfilled]);
  const toggleRail = () => setRail(isRailShown(rail) ? "folded" : "open");
  useFoldFocus("faders", rail === "auto" ? undefined : rail === "folded");
  useFoldFocus("prompt", isPromptFolded);
  return (
    <DeskContext value={tools}>
      <a href={isPromptFolded ? "#panes" : "#message"} className="skip-link">
        {t(isPromptFolded ? "panes" : "message")}
      </a>
      <div inert={isLoading} className="flex h-dvh flex-col max-sm:h-auto max-sm:min-h-dvh">
        <Activity>
          <DeskHeader languages={languages} theme={theme} canSignOut={canSignOut} />
        </Activity>
        <LinkBar store={tools.store} fault={linkFault} onFaultRead={forgetFault} />
        <main className="flex min-h-0 flex-1 max-sm:block max-sm:pb-20">
          {isPromptFolded ? (
            <FoldedEdge
              side="left"
              label={t("unfold", { what: t("prompt") })}
              icon={<PromptIcon />}
              onUnfold={() => setPromptFolded(false)}
            />
          ) : (
            <section
              aria-label={t("prompt")}
              data-region="prompt"
              className="w-84 shrink-0 overflow-y-auto border-r border-line bg-panel max-lg:w-72 max-sm:w-full max-sm:border-r-0"
            >
              <PromptColumn onFold={() => setPromptFolded(true)} />
            </section>
          )}
          <div className="flex min-w-0 flex-1 flex-col" data-region="panes">
            <div className="flex min-h-0 flex-1 flex-col overflow-y-auto max-sm:overflow-visible">
              <DeskNotices saving={saving} />
              <Activity>
                <PaneGrid />
              </Activity>
            </div>
            <Activity>
              <AddPane />
            </Activity>
          </div>
          <Activity>
            <FaderColumn folding={rail} onToggle={toggleRail} />
          </Activity>
          <div className={`max-sm:hidden ${rail === "auto" ? "xl:hidden" : rail === "open" ? "hidden" : ""}`}>
            <FoldedEdge
              side="right"
              label={t("unfold", { what: t("faders") })}
              icon={<SlidersIcon />}
              onUnfold={toggleRail}
            />
          </div>
        </main>
        <Activity>
          <BottomBar onFaders={toggleRail} isRailOpen={rail === "open"} />
        </Activity>
      </div>
      {dialog && (
        <LaterDialog
          title={t(dialog)}
          part={DIALOGS[dialog]}
          props={{}}
          onClose={() => setDialog(undefined)}
        />
      )}
      <StatusAnnouncer />
    </DeskContext>
  );
}

function isRailShown(rail: Folding): boolean {
  return rail === "open" || (rail === "auto" && window.matchMedia(RAIL_FITS).matches);
}
