import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { answerTree, type AnswerNode } from "@/lib/playground/answer-tree";
import type { Spread } from "@/lib/playground/spread";
import { FirstFew } from "./first-few";
import { ShareRow } from "./share-row";

export type AnswerTreeListProps = { spread: Spread; onShow: (index: number) => void };

/** From here on branches are no longer set in: a pane is narrow. */
const DEEPEST_INDENT = 6;
/** So much of a common beginning is shown: its end, where the difference comes. */
const TAIL_LENGTH = 80;

/** The answers of a series as a tree: what they begin with alike, then each way they go on with its share. */
export default function AnswerTreeList({ spread, onShow }: AnswerTreeListProps) {
  const nodes = useMemo(() => answerTree(spread.groups), [spread]);
  return <Branches key={spread.series} nodes={nodes} depth={0} finished={spread.finished} onShow={onShow} />;
}

type BranchesProps = {
  nodes: readonly AnswerNode[];
  depth: number;
  finished: number;
  onShow: (index: number) => void;
};

function Branches({ nodes, depth, finished, onShow }: BranchesProps) {
  const textOf = useNodeText();
  const indent =
    depth === 0 ? "" : depth > DEEPEST_INDENT ? "border-l border-line" : "border-l border-line pl-3";
  return (
    <ul className={indent}>
      <FirstFew
        items={nodes}
        renderItem={(node) => {
          const { index, count, children } = node;
          return (
            <li key={node.text}>
              <ShareRow
                text={textOf(node, depth)}
                count={count}
                finished={finished}
                onShow={index === undefined ? undefined : () => onShow(index)}
              />
              {children.length > 0 && (
                <Branches nodes={children} depth={depth + 1} finished={finished} onShow={onShow} />
              )}
            </li>
          );
        }}
      />
    </ul>
  );
}

/** What a branch shows: the end of a common beginning, and words for what has none. */
function useNodeText(): (node: AnswerNode, depth: number) => string {
  const t = useTranslations("pane");
  return ({ text, children }, depth) => {
    if (text === "") return t(depth === 0 ? "emptyAnswer" : "endsHere");
    // Space alone would not show.
    if (text.trim() === "") return JSON.stringify(text);
    return children.length > 0 && text.length > TAIL_LENGTH ? `…${text.slice(-TAIL_LENGTH)}` : text.trim();
  };
}
