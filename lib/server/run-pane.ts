import "server-only";
import { findTarget, type Target } from "@/lib/catalog/targets";
import { AppError, ERRORS } from "@/lib/errors";
import { newId } from "@/lib/new-id";
import { isEnding, type RunEventBody } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";
import type { Adapter, AdapterContext } from "./adapters/adapter";
import { builtIn } from "./adapters/built-in";
import { compatible } from "./adapters/compatible";
import { errorText } from "./error-text";
import { logFault } from "./log-fault";
import { listProviders } from "./providers";
import type { Texts } from "./texts";

export type Adapters = { builtIn: Adapter; compatible: Adapter };

/** One pane's events, with exactly one ending whatever happens: a fault is this pane's `error` and no one else's (R42). */
export async function* runPane(
  prompt: PanePrompt,
  context: AdapterContext,
  adapters: Adapters = { builtIn, compatible },
): AsyncGenerator<RunEventBody> {
  let answered = false;
  try {
    for await (const event of answer(prompt, context, adapters)) {
      const { aborted, reason } = context.signal;
      // Stopped by us, not by the reader, who is to be told why.
      if (event.type === "end" && event.reason === "stopped" && aborted && reason instanceof AppError)
        throw reason;
      yield event;
      if (isEnding(event)) return;
      answered ||= event.type !== "start";
    }
    throw new AppError("model_failed");
  } catch (error) {
    yield failure(error, answered ? "during" : "before", context.texts);
  }
}

function answer(
  prompt: PanePrompt,
  context: AdapterContext,
  adapters: Adapters,
): AsyncIterable<RunEventBody> {
  const target = chooseTarget(prompt);
  const adapter = target.dialect === "sprout" ? adapters.builtIn : adapters.compatible;
  return adapter(prompt, target, context);
}

/** The model that a prompt asks for; refuses one that nobody here runs, and a prompt that says nothing. */
export function chooseTarget(prompt: PanePrompt): Target {
  const target = findTarget(prompt.model, listProviders());
  if (!target) throw new AppError("unknown_model", { values: { model: prompt.model } });
  if (prompt.messages.every(({ content }) => content.trim() === "")) throw new AppError("empty_prompt");
  return target;
}

function failure(error: unknown, phase: "before" | "during", texts: Texts): RunEventBody {
  if (!(error instanceof AppError)) logFault(newId(), error);
  const told = error instanceof AppError ? error : new AppError("internal");
  const { code, detail } = told;
  const { path, values, status = ERRORS[code].status, said, retryAfterMs, upstream } = detail;
  return {
    type: "error",
    code,
    phase,
    status,
    message: errorText(told, texts),
    retryable: ERRORS[code].retryable,
    ...(path === undefined ? {} : { parameter: path }),
    ...(values ? { values } : {}),
    ...(said ? { said } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(upstream ? { upstream } : {}),
  };
}
