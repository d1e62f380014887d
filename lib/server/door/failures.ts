import "server-only";
import { isParameterKey, parameterRow } from "@/lib/catalog/parameters";
import type { RunEventBody } from "@/lib/run-events";
import type { Texts } from "../texts";
import type { DoorProblem } from "./problem";
import { finishReasonOf } from "./openai-shapes";
import type { ChatRequest } from "./read-chat-request";

/** What went wrong when an answer ended with `event`; undefined while nothing did. */
export function failureOf(event: RunEventBody, asked: ChatRequest, texts: Texts): DoorProblem | undefined {
  if (event.type === "error") {
    const { code, status = 502, message, parameter, retryAfterMs } = event;
    const param = parameter === undefined ? undefined : wireName(parameter, asked);
    return { code, status, message, param, retryAfterMs };
  }
  if (event.type === "end" && finishReasonOf(event.reason) === undefined)
    return { code: "cut", status: 502, message: texts("door.cut") };
  return undefined;
}

function wireName(parameter: string, { spelled }: ChatRequest): string {
  if (!isParameterKey(parameter)) return parameter;
  return spelled.get(parameter) ?? parameterRow(parameter).wire;
}
