import "server-only";
import type { ParameterKey } from "@/lib/catalog/parameters";
import type { PanePrompt } from "@/lib/run-request";
import { toWireBody } from "@/lib/wire-body";
import { chooseTarget } from "../run-pane";
import { reasonText } from "../start-event";
import type { Texts } from "../texts";
import { DoorError } from "./problem";
import { readMessages } from "./read-messages";
import { readParameters } from "./read-parameters";
import type { ChatBody } from "./request-schema";

/** What a client asks for, in Fader's terms. */
export type ChatRequest = {
  prompt: PanePrompt;
  /** The client's own name of each parameter that it set. */
  spelled: ReadonlyMap<ParameterKey, string>;
  isStream: boolean;
  wantsUsage: boolean;
  wantsLogprobs: boolean;
};

/** Reads a request, and refuses it when any of it would not reach the model: the door drops nothing silently. */
export function readChatRequest(body: ChatBody, texts: Texts): ChatRequest {
  const { model, messages, stream = false, stream_options, ...fields } = body;
  const { values, spelled } = readParameters(fields, texts);
  const prompt: PanePrompt = { model, parameters: values, ...readMessages(messages, texts) };
  refuseDropped(prompt, spelled, texts);
  return {
    prompt,
    spelled,
    isStream: stream,
    wantsUsage: stream_options?.include_usage ?? false,
    wantsLogprobs: values.logprobs ?? false,
  };
}

function refuseDropped(prompt: PanePrompt, spelled: ChatRequest["spelled"], texts: Texts): void {
  const [dropped] = toWireBody(prompt, chooseTarget(prompt)).dropped;
  if (!dropped) return;
  const param = spelled.get(dropped.parameter) ?? dropped.parameter;
  const message = texts("door.refused", { name: param, reason: reasonText(dropped, prompt.model, texts) });
  throw new DoorError({ status: 400, code: "unsupported_parameter", message, param });
}
