import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { PartMissing } from "@/components/part-missing";
import { OnDemand, partOf } from "@/components/ui/on-demand";
import type { Spread } from "@/lib/playground/spread";
import { FirstFew } from "./first-few";
import { ShareRow } from "./share-row";
import { SpreadLengths } from "./spread-lengths";

export type SpreadListProps = {
  spread: Spread;
  /** Recorded examples stand on a first visit, which cuts no text into words: their length is not told. */
  isExample?: boolean;
  onShow: (index: number) => void;
};

const TREE = partOf(() => import("./answer-tree-list"));

/**
 * The answers of one "Run n times", equal ones together, each with its share; choosing one puts it on show. Or as a tree, by
 * where they first differ. It redraws when a run has come to its end, not with each of its tokens.
 */
export const SpreadList = memo(
  function SpreadList({ spread, isExample, onShow }: SpreadListProps) {
    const t = useTranslations("pane");
    const [isTree, setTree] = useState(false);
    const { runs, finished, lost, groups } = spread;
    const list = (
      <ul>
        <FirstFew
          key={spread.series}
          items={groups}
          renderItem={({ text, count, index }) => (
            <li key={index}>
              <ShareRow
                text={text || t("emptyAnswer")}
                count={count}
                finished={finished}
                onShow={() => onShow(index)}
              />
            </li>
          )}
        />
      </ul>
    );
    return (
      <section className="mt-5 text-[13px]">
        <h3 className="mb-1 text-xs font-semibold text-mute">
          {t("spread", { runs, answers: groups.length, lost })}
          {!isExample && <SpreadLengths groups={groups} />}
        </h3>
        {groups.length > 1 && <Views isTree={isTree} onChange={setTree} />}
        {isTree && groups.length > 1 ? (
          <OnDemand
            part={TREE}
            props={{ spread, onShow }}
            renderMeanwhile={(again) => (
              <>
                {again && <PartMissing onAgain={again} />}
                {list}
              </>
            )}
          />
        ) : (
          list
        )}
      </section>
    );
  },
  (before, after) =>
    before.isExample === after.isExample &&
    before.spread.groups[0]?.index === after.spread.groups[0]?.index &&
    (["series", "runs", "finished", "lost"] as const).every(
      (key) => before.spread[key] === after.spread[key],
    ),
);

/** By answer, or by first difference. */
function Views({ isTree, onChange }: { isTree: boolean; onChange: (isTree: boolean) => void }) {
  const t = useTranslations("pane");
  return (
    <div className="mb-1 flex flex-wrap gap-x-3">
      {([false, true] as const).map((isThis) => (
        <button
          key={String(isThis)}
          type="button"
          aria-pressed={isTree === isThis}
          onClick={() => onChange(isThis)}
          className="min-h-6 cursor-pointer text-xs text-mute underline-offset-4 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline"
        >
          {t(isThis ? "byDifference" : "byAnswer")}
        </button>
      ))}
    </div>
  );
}
