import "server-only";
import { modelLabel } from "@/lib/catalog/models";
import { isParameterKey } from "@/lib/catalog/parameters";
import type { Target } from "@/lib/catalog/targets";
import type { RunEventBody } from "@/lib/run-events";
import type { Dropped, WireBody } from "@/lib/wire-body";
import type { Texts } from "./texts";

/** The first event of an attempt: exactly what is sent, and what is left out and why. */
export function startEvent(
  { body, dropped }: WireBody,
  target: Target,
  attempt: number,
  texts: Texts,
  seed?: number,
): RunEventBody {
  return {
    type: "start",
    attempt,
    provider: target.provider.id,
    model: target.id,
    body,
    dropped: dropped.map((each) => ({ ...each, reason: reasonText(each, target.id, texts) })),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** Why `model` is not sent a parameter, in the reader's words. */
export function reasonText({ code, values }: Dropped, model: string, texts: Texts): string {
  const other = String(values?.other ?? "");
  const named = isParameterKey(other) ? texts(`parameters.${other}.label`) : other;
  return texts(`reasons.${code}`, { ...values, other: named, model: modelLabel(model) } as never);
}
