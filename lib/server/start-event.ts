import "server-only";
import type { DialectId } from "@/lib/catalog/dialects";
import { modelLabel, readModelId } from "@/lib/catalog/models";
import { parameterRow, type ParameterKey } from "@/lib/catalog/parameters";
import type { ReasonCode } from "@/lib/catalog/support";
import type { RunEventBody } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";
import { toWireBody } from "@/lib/wire-body";
import type { Texts } from "./texts";

/** The first event of an attempt: exactly what is sent, and what is left out and why. */
export function startEvent(
  prompt: PanePrompt,
  dialect: DialectId,
  attempt: number,
  texts: Texts,
  seed?: number,
): RunEventBody {
  const { body, dropped } = toWireBody(prompt, dialect);
  return {
    type: "start",
    attempt,
    provider: readModelId(prompt.model).provider ?? "",
    model: prompt.model,
    body,
    dropped: dropped.map(({ parameter, code }) => ({
      parameter,
      code,
      reason: reasonText(parameter, code, prompt.model, texts),
    })),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** Why `model` is not sent `parameter`, in the reader's words. */
export function reasonText(parameter: ParameterKey, code: ReasonCode, model: string, texts: Texts): string {
  const needs = parameterRow(parameter).requires;
  const other = needs === undefined ? "" : texts(`parameters.${needs.parameter as ParameterKey}.label`);
  return texts(`reasons.${code}`, { model: modelLabel(model), other, value: String(needs?.value) });
}
