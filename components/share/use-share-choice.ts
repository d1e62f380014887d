import { useState } from "react";
import { holdsOf, type Holds } from "@/lib/links/holds";
import type { LinkChoice } from "@/lib/links/to-link-document";
import type { DeskLink } from "@/lib/playground/experiment";
import { useDeskTools } from "@/components/playground/desk-context";
import type { DeskStore } from "@/components/playground/desk-store";

/** Which answers go along, and what the link does to controls. */
export type ShareChoice = { answers: NonNullable<LinkChoice["answers"]>; holds: Holds };

/** What was chosen when the dialog was last open, with the lists of the link that it began with. */
const remembered = new WeakMap<DeskStore, { choice: ShareChoice; link: DeskLink | undefined }>();

/**
 * What is chosen in the dialog. It begins without answers, and with what the desk's own link does to controls; while the
 * page is open it is remembered, for the dialog may be closed to change a word.
 */
export function useShareChoice(): [ShareChoice, (choice: ShareChoice) => void] {
  const { store } = useDeskTools();
  const { link } = store.get();
  const [choice, set] = useState<ShareChoice>(() => {
    const last = remembered.get(store);
    const isSameLink = last && last.link?.lock === link?.lock && last.link?.hide === link?.hide;
    return isSameLink ? last.choice : { answers: "none", holds: holdsOf(store.get()) };
  });
  return [
    choice,
    (next) => {
      remembered.set(store, { choice: next, link });
      set(next);
    },
  ];
}
