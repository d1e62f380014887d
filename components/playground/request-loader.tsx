import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { chooseModel } from "@/lib/code/choose-model";
import type { LeftOut } from "@/lib/code/left-out";
import { readRequest, type ReadRequest } from "@/lib/code/read-request";
import { LIMITS } from "@/lib/limits";
import { newId } from "@/lib/new-id";
import { findPane } from "@/lib/playground/experiment";
import { loadRequest } from "@/lib/playground/load-request";
import { useDeskTools } from "./desk-context";
import { RequestSummary } from "./request-summary";

export type RequestLoaderProps = { pane: string; number: number; onLoaded: () => void };

/** Takes a pasted request apart as it is pasted, says what of it is taken, and loads that into a pane. */
export default function RequestLoader({ pane, number, onLoaded }: RequestLoaderProps) {
  const t = useTranslations("loading");
  const { store, providers } = useDeskTools();
  const [text, setText] = useState("");
  const read = readRequest(text);
  const isRead = !("fault" in read);
  const model = isRead
    ? chooseModel(read, findPane(store.get(), pane).model, providers, location.origin)
    : undefined;
  const load = (request: ReadRequest) => {
    const { system, messages, parameters } = request;
    const desk = loadRequest(store.get(), pane, { model, system, messages, parameters }, newId);
    store.dispatch({ type: "load", desk, act: "requestLoaded" });
    onLoaded();
  };
  return (
    <>
      <p className="mb-2 text-[13px] text-mute">{t("intro")}</p>
      <TextArea label={t("text")} rows={8} value={text} placeholder={t("placeholder")} onChange={setText} />
      <div aria-live="polite" className="mt-3 text-[13px]">
        {isRead ? (
          <RequestSummary
            request={{ ...read, leftOut: [...read.leftOut, ...modelLeftOut(read, model)] }}
            model={model}
          />
        ) : (
          read.fault !== "empty" && (
            <p className="text-danger">
              {t(`faults.${read.fault}`, { characters: LIMITS.textCharacters, messages: LIMITS.messages })}
            </p>
          )
        )}
      </div>
      <Button
        variant="primary"
        className="mt-3"
        aria-disabled={!isRead}
        onClick={() => {
          if (isRead) load(read);
        }}
      >
        {t("load", { number })}
      </Button>
    </>
  );
}

function modelLeftOut({ model }: ReadRequest, chosen: string | undefined): LeftOut[] {
  return model === undefined || chosen !== undefined ? [] : [{ name: "model", why: "noModelHere" }];
}
