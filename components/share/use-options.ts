import { useEffect, useMemo, useState } from "react";
import { holdLists } from "@/lib/links/holds";
import type { LinkDocument } from "@/lib/links/link-document";
import { measureLink, type MeasuredLink } from "@/lib/links/measure-link";
import { toLinkDocument } from "@/lib/links/to-link-document";
import type { Desk } from "@/lib/playground/experiment";
import type { ShareChoice } from "./use-share-choice";

export const ANSWER_CHOICES = ["none", "shown", "all"] as const;

/** A choice of answers: what it comes to, and its size once that is known. */
export type Option = {
  answers: (typeof ANSWER_CHOICES)[number];
  document: LinkDocument;
  count: number;
  measured?: MeasuredLink;
};

const known = new WeakMap<LinkDocument, MeasuredLink>();

/** What each choice of answers comes to, measured one after the other; those that come to the same as one before are left out. */
export function useOptions(desk: Desk, { holds }: ShareChoice): readonly Option[] {
  const documents = useMemo(() => {
    const lists = holdLists(holds);
    return ANSWER_CHOICES.map((answers) => ({
      answers,
      document: toLinkDocument(desk, { answers, ...lists }),
    }))
      .map((option) => ({ ...option, count: countAnswers(option.document) }))
      .filter(({ count }, index, all) => index === 0 || count !== all[index - 1]?.count);
  }, [desk, holds]);
  const [, redraw] = useState(0);
  useEffect(() => {
    let isLeft = false;
    const measureAll = async () => {
      for (const { document } of documents) {
        if (isLeft) return;
        known.set(document, await measureLink(document));
        redraw((times) => times + 1);
      }
    };
    void measureAll();
    return () => {
      isLeft = true;
    };
  }, [documents]);
  return documents.map((option) => ({ ...option, measured: known.get(option.document) }));
}

function countAnswers({ panes }: LinkDocument): number {
  return panes.reduce((sum, { answers = [] }) => sum + answers.length, 0);
}
