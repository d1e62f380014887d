"use client";

import { createContext, use } from "react";
import type { TokenChoice } from "@/components/tokens/token-choice";
import type { Provider } from "@/lib/catalog/providers";
import { findTarget, type Target } from "@/lib/catalog/targets";
import type { Desk } from "@/lib/playground/experiment";
import type { DeskKeeping } from "./desk-keeping";
import { useDesk, type DeskStore } from "./desk-store";
import type { KeyRing } from "./key-ring";
import type { ModelShelf } from "./model-shelf";
import type { Runs } from "./use-runs";

/** What every part of the desk shares: its state, the presses that are going, and whom it can ask. */
export type DeskTools = {
  store: DeskStore;
  /** Writes it down. */
  keeping: DeskKeeping;
  runs: Runs;
  /** Who can run a model here. */
  providers: readonly Provider[];
  keys: KeyRing;
  models: ModelShelf;
  /** Which answers are shown as tokens, and which token is looked at. */
  tokens: TokenChoice;
  /** Opens the dialog for keys of one's own. */
  openKeys: () => void;
  /** Opens the dialog that gives the experiment on. */
  openShare: () => void;
  /** Opens the dialog of experiments kept by name. */
  openLibrary: () => void;
  /** The short link that this page was opened by, if it was by one. */
  linkId?: string;
};

export const DeskContext = createContext<DeskTools | undefined>(undefined);

/** The desk's tools; throws outside a desk, which would be a fault of ours. */
export function useDeskTools(): DeskTools {
  const tools = use(DeskContext);
  if (!tools) throw new Error("used outside the desk");
  return tools;
}

/** A model among this desk's providers; undefined when none of them runs it. */
export function useTarget(model: string): Target | undefined {
  return findTarget(model, useDeskTools().providers);
}

/** Reads a part of the desk; see `useDesk`. */
export function useDeskPart<T>(select: (desk: Desk) => T): T {
  return useDesk(useDeskTools().store, select);
}
