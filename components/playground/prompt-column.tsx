import { useTranslations } from "use-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { IconButton } from "@/components/ui/icon-button";
import { ChevronLeftIcon } from "@/components/ui/icons";
import { partOf } from "@/components/ui/on-demand";
import { TextArea } from "@/components/ui/text-area";
import { findPane } from "@/lib/playground/experiment";
import { lastSharedUserTurn } from "@/lib/playground/conversation";
import { promptTexts } from "@/lib/playground/prompt-texts";
import { useDeskPart, useDeskTools } from "./desk-context";
import { LaterPart } from "./later-part";
import { Lockable } from "./lockable";
import { MessageHints } from "./message-hints";

const TURNS = partOf(() => import("./earlier-turns"));
const VARIABLES = partOf(() => import("./variables-table"));

/** A folded part that a link locks says so above its line, not below it, where the next part begins. */
const HELD_FOLD = "border-b border-line pb-2 [&>details]:border-b-0";

/** The left column: system prompt and earlier turns folded, the message, what to try, and Run. */
export function PromptColumn({ onFold }: { onFold: () => void }) {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const system = useDeskPart((desk) => desk.experiment.system);
  const message = useDeskPart((desk) => desk.experiment.message);
  return (
    <div className="px-4 pt-2 pb-6">
      <div className="flex items-center">
        {/* A phone has no room for it, and no columns to fold; who reads by headings needs it there too. */}
        <h2 className="flex-1 text-xs font-semibold text-mute max-sm:sr-only">{t("prompt")}</h2>
        <span className="max-sm:hidden">
          <IconButton label={t("fold", { what: t("prompt") })} onClick={onFold}>
            <ChevronLeftIcon />
          </IconButton>
        </span>
      </div>
      <Lockable control="system" className={HELD_FOLD}>
        <Disclosure
          title={t("systemPrompt")}
          note={system === "" ? t("none") : t("characters", { count: system.length })}
        >
          <TextArea
            label={t("systemPrompt")}
            hideLabel
            value={system}
            onChange={(text) => store.dispatch({ type: "setSystem", text })}
          />
        </Disclosure>
      </Lockable>
      <Lockable control="turns" className={HELD_FOLD}>
        <Turns />
      </Lockable>
      <Lockable control="message">
        <div className="mt-4">
          <TextArea
            id="message"
            label={t("message")}
            placeholder={t("messagePlaceholder")}
            value={message}
            rows={3}
            regionEntry
            onChange={(text) => store.dispatch({ type: "setMessage", text })}
          />
        </div>
        <Standing />
      </Lockable>
      <Lockable control="variables">
        <Variables />
      </Lockable>
      <MessageHints />
    </div>
  );
}

/** The values of what texts name, once one names something. */
function Variables() {
  const experiment = useDeskPart((desk) => desk.experiment);
  const areThere = experiment.variables ?? promptTexts(experiment).some((text) => text.includes("{{"));
  return areThere && <LaterPart part={VARIABLES} props={{}} meanwhile={null} />;
}

function Turns() {
  const t = useTranslations("desk");
  const count = useDeskPart(
    (desk) => desk.experiment.turns.length + findPane(desk, desk.selected).turns.length,
  );
  return (
    <Disclosure title={t("earlierTurns")} note={t("turnsCount", { count })}>
      <LaterPart part={TURNS} props={{}} meanwhile={null} />
    </Disclosure>
  );
}

/** With an empty Message, Run plays the last one again; this says which, and brings it back for editing. */
function Standing() {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const message = useDeskPart((desk) => desk.experiment.message);
  const last = useDeskPart(lastSharedUserTurn);
  if (message.trim() !== "" || !last) return null;
  return (
    <p className="mt-2 text-xs text-mute">
      {t("standing", { text: last.content.length > 60 ? `${last.content.slice(0, 59)}…` : last.content })}{" "}
      <button
        type="button"
        className="min-h-6 cursor-pointer text-ink underline underline-offset-2"
        onClick={() => {
          store.dispatch({ type: "takeBack" });
          document.getElementById("message")?.focus();
        }}
      >
        {t("takeBack")}
      </button>
    </p>
  );
}
