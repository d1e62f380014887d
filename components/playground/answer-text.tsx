import { PartMissing } from "@/components/part-missing";
import { OnDemand, partOf } from "@/components/ui/on-demand";
import type { AnswerView } from "@/lib/playground/experiment";

/** Loaded only when someone asks for Markdown: it is a third of the page's weight. */
const MARKDOWN = partOf(() => import("./markdown-answer"));
/** In characters. Above it an answer stays plain: parsing must never hold up the page (requirements R30). */
const MARKDOWN_LIMIT = 100_000;

/**
 * A text a model wrote, plain or as Markdown; while Markdown loads, and above its limit, the plain text stands. What the
 * model was given as the beginning and went on from stands before it, paler.
 */
export function AnswerText({ text, view, given }: { text: string; view: AnswerView; given?: string }) {
  const plain = (
    <p className="wrap-break-word whitespace-pre-wrap">
      {given && <span className="text-mute">{given}</span>}
      {text}
    </p>
  );
  if (view === "plain" || text.length > MARKDOWN_LIMIT) return plain;
  return (
    <OnDemand
      part={MARKDOWN}
      props={{ text: (given ?? "") + text }}
      renderMeanwhile={(again) => (
        <>
          {plain}
          {again && <PartMissing onAgain={again} />}
        </>
      )}
    />
  );
}
