import "server-only";
import type { DialectId } from "@/lib/catalog/dialects";
import { dialectOf } from "@/lib/catalog/support";
import { AppError, ERRORS, type ErrorCode } from "@/lib/errors";
import { newId } from "@/lib/new-id";
import { isEnding, type RunEventBody } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";
import type { Adapter, AdapterContext } from "./adapters/adapter";
import { builtIn } from "./adapters/built-in";
import { logFault } from "./log-fault";
import type { Texts } from "./texts";

/** Who speaks which dialect. */
const ADAPTERS: Partial<Record<DialectId, Adapter>> = { sprout: builtIn };

/** One pane's events, with exactly one ending whatever happens: a fault is this pane's `error` and no one else's (R42). */
export async function* runPane(
  prompt: PanePrompt,
  context: AdapterContext,
  adapters = ADAPTERS,
): AsyncGenerator<RunEventBody> {
  let answered = false;
  try {
    for await (const event of chooseAdapter(prompt, adapters)(prompt, context)) {
      yield event;
      if (isEnding(event)) return;
      answered ||= event.type !== "start";
    }
    throw new AppError("model_failed");
  } catch (error) {
    yield failure(error, answered ? "during" : "before", context.texts);
  }
}

function chooseAdapter(prompt: PanePrompt, adapters: typeof ADAPTERS): Adapter {
  const dialect = dialectOf(prompt.model);
  const adapter = dialect && adapters[dialect];
  if (!adapter) throw new AppError("unknown_model", { values: { model: prompt.model } });
  if (prompt.messages.every(({ content }) => content.trim() === "")) throw new AppError("empty_prompt");
  return adapter;
}

function failure(error: unknown, phase: "before" | "during", texts: Texts): RunEventBody {
  if (!(error instanceof AppError)) logFault(newId(), error);
  const { code, detail }: Pick<AppError, "code" | "detail"> =
    error instanceof AppError ? error : new AppError("internal");
  return {
    type: "error",
    code,
    phase,
    status: ERRORS[code].status,
    ...said(code, detail.values, texts),
    retryable: ERRORS[code].retryable,
  };
}

function said(code: ErrorCode, values: Record<string, string | number> | undefined, texts: Texts) {
  return values === undefined
    ? { message: texts(`errors.${code}`) }
    : { message: texts(`errors.${code}`, values), values };
}
