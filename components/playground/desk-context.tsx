"use client";

import { createContext, use } from "react";
import type { Desk } from "@/lib/playground/experiment";
import { useDesk, type DeskStore } from "./desk-store";
import type { Runs } from "./use-runs";

/** What every part of the desk shares: its state and the presses that are going. */
export type DeskTools = { store: DeskStore; runs: Runs };

export const DeskContext = createContext<DeskTools | undefined>(undefined);

/** The desk's tools; throws outside a desk, which would be a fault of ours. */
export function useDeskTools(): DeskTools {
  const tools = use(DeskContext);
  if (!tools) throw new Error("used outside the desk");
  return tools;
}

/** Reads a part of the desk; see `useDesk`. */
export function useDeskPart<T>(select: (desk: Desk) => T): T {
  return useDesk(useDeskTools().store, select);
}
