import "server-only";
import { SPROUT } from "@/lib/catalog/models";
import { AppError } from "@/lib/errors";
import type { RunEventBody } from "@/lib/run-events";
import { toWireBody } from "@/lib/wire-body";
import { sproutHost } from "../sprout/host";
import { drawSeed } from "../sprout/draw-seed";
import type { SproutStep } from "../sprout/protocol";
import { missingSproutFiles } from "../sprout/sprout-files";
import { startEvent } from "../start-event";
import type { Adapter } from "./adapter";

/** Sprout, the model that ships with the project. */
export const builtIn: Adapter = async function* (prompt, target, { signal, texts }) {
  if (prompt.model !== SPROUT.id) throw new AppError("unknown_model", { values: { model: prompt.model } });
  const missing = missingSproutFiles();
  if (missing.length > 0) throw new AppError("model_missing", { values: { files: missing.join(", ") } });
  const seed = prompt.parameters.seed ?? drawSeed();
  const { system, messages, parameters } = prompt;
  const session = sproutHost().open({ system, messages, parameters, seed });
  const stop = () => session.stop();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    yield startEvent(toWireBody(prompt, target), target, 1, texts, seed);
    for (;;) {
      const taken = await session.take();
      if (Array.isArray(taken)) yield* told(taken);
      else if (taken.type === "failed")
        throw new AppError(taken.code, { path: taken.path, values: taken.values });
      else {
        yield { type: "usage", source: "server", input: taken.input, output: taken.output };
        yield {
          type: "end",
          reason: taken.reason,
          servedModel: SPROUT.id,
          timings: session.stopwatch.read(),
        };
        return;
      }
    }
  } finally {
    signal.removeEventListener("abort", stop);
    session.stop();
  }
};

/** Steps that were ready together, as one event of each kind. */
function* told(steps: SproutStep[]): Generator<RunEventBody> {
  const tokens = steps.flatMap(({ token }) => token ?? []);
  if (tokens.length > 0) yield { type: "tokens", tokens };
  const text = steps.map((step) => step.text).join("");
  if (text !== "") yield { type: "text", text };
}
