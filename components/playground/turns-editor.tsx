import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { DownIcon, TrashIcon, UpIcon } from "@/components/ui/icons";
import { TextArea } from "@/components/ui/text-area";
import { newId } from "@/lib/new-id";
import type { TurnList } from "@/lib/playground/actions";
import type { Turn } from "@/lib/playground/experiment";
import { useDeskTools } from "./desk-context";

/** Edits one list of turns: text, role, order, deletion, and new turns of either role at the end. */
export function TurnsEditor({ turns, list }: { turns: Turn[]; list: TurnList }) {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const add = (role: Turn["role"]) =>
    store.dispatch({ type: "addTurn", ...list, turn: { id: newId(), role, content: "" } });
  return (
    <div className="pb-3">
      <ol className="space-y-3">
        {turns.map((turn, index) => (
          <TurnItem
            key={turn.id}
            turn={turn}
            number={index + 1}
            last={index === turns.length - 1}
            list={list}
          />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap gap-2">
        {(["user", "assistant"] as const).map((role) => (
          <Button key={role} variant="outline" size="small" onClick={() => add(role)}>
            {t("addTurn", { role: t(`roles.${role}`) })}
          </Button>
        ))}
      </div>
      <p className="mt-2 text-xs text-mute">{t("prefillHint")}</p>
    </div>
  );
}

function TurnItem({
  turn,
  number,
  last,
  list,
}: {
  turn: Turn;
  number: number;
  last: boolean;
  list: TurnList;
}) {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const headingId = useId();
  const { id } = turn;
  const other = turn.role === "user" ? "assistant" : "user";
  const name = t("turn", { number, role: t(`roles.${turn.role}`) });
  return (
    <li aria-labelledby={headingId}>
      <div className="flex items-center gap-1">
        <h3 id={headingId} className="flex-1 text-xs font-semibold text-mute">
          {name}
        </h3>
        <Button
          variant="quiet"
          size="small"
          onClick={() => store.dispatch({ type: "switchRole", id, ...list })}
        >
          {t("switchRole", { role: t(`roles.${other}`) })}
        </Button>
        <IconButton
          label={t("moveUp")}
          disabled={number === 1}
          onClick={() => store.dispatch({ type: "moveTurn", id, by: -1, ...list })}
        >
          <UpIcon />
        </IconButton>
        <IconButton
          label={t("moveDown")}
          disabled={last}
          onClick={() => store.dispatch({ type: "moveTurn", id, by: 1, ...list })}
        >
          <DownIcon />
        </IconButton>
        <IconButton
          label={t("deleteTurn")}
          onClick={() => store.dispatch({ type: "deleteTurn", id, ...list })}
        >
          <TrashIcon />
        </IconButton>
      </div>
      <TextArea
        label={name}
        hideLabel
        value={turn.content}
        onChange={(content) => store.dispatch({ type: "editTurn", id, content, ...list })}
      />
    </li>
  );
}
