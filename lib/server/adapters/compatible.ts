import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { dialectRow } from "@/lib/catalog/dialects";
import type { JsonObject } from "@/lib/catalog/parameters";
import { AppError } from "@/lib/errors";
import { toWireBody } from "@/lib/wire-body";
import { shared } from "../shared";
import { startEvent } from "../start-event";
import { Attempts } from "../upstream/attempts";
import { Circuit, circuitName } from "../upstream/circuit";
import { fromStream, toFailure, type FailureContext, type ProviderError } from "../upstream/failure";
import { openUpstream } from "../upstream/open-upstream";
import { PATIENCE, PATIENCE_WITH_THOUGHT, type Patience } from "../upstream/patience";
import { request } from "../upstream/request";
import { stopSwitch } from "../upstream/stop-switch";
import { Telling } from "../upstream/telling";
import type { Adapter } from "./adapter";

const circuit = () => shared("circuit", () => new Circuit());

/** Every server that speaks OpenAI's protocol, in either of its formats: OpenAI, Hugging Face, an operator's own. */
export function createCompatible(fixedPatience?: Patience): Adapter {
  return async function* (prompt, target, { signal, texts, ownKeys, isSingleAttempt = false }) {
    const upstream = openUpstream(target.provider.id, ownKeys);
    const { parameters } = prompt;
    const context: FailureContext = {
      target,
      host: upstream.host ?? "",
      key: upstream.key,
      parameters,
      texts,
    };
    const name = circuitName(upstream.id, upstream.key);
    // One controller for all that may end the call: the pane's signal, the stop switch, silence, and our own leaving.
    const call = new AbortController();
    const stop = call.signal;
    const follow = () => call.abort(signal.reason);
    let isWhole = false;
    const patience = fixedPatience ?? (target.family?.thinks ? PATIENCE_WITH_THOUGHT : PATIENCE);
    const attempts = new Attempts([...(prompt.refused ?? [])], isSingleAttempt ? 1 : undefined);
    let telling = new Telling(prompt, target);

    const send = (body: JsonObject) =>
      request(dialectRow(target.dialect).format, upstream, body, {
        signal: stop,
        patience,
        // Silence after the ending is no failure; the stream is closed like any other.
        onLate: () => telling.hasEnded || call.abort(),
        hasEnded: () => telling.hasEnded,
      });

    /** Waits as another attempt asks; false when there is none. */
    async function mayGoOn(failure: ProviderError): Promise<boolean> {
      const next = attempts.next(failure);
      if (next) await sleep(next.waitMs, undefined, { signal: stop });
      return next !== undefined;
    }

    stopSwitch().enter(call);
    signal.addEventListener("abort", follow, { once: true });
    if (signal.aborted) follow();
    try {
      circuit().check(name);
      for (;;) {
        attempts.made += 1;
        telling = new Telling(prompt, target);
        const wire = toWireBody({ ...prompt, refused: attempts.refused }, target);
        // On its way before that is told: telling takes as long as a reader takes to listen.
        const sent = send(wire.body);
        // A failure is heard below, unless the reader has gone.
        void sent.catch(() => {});
        yield startEvent(wire, target, attempts.made, texts);
        try {
          const answer = await sent;
          for await (const batch of answer.batches) {
            const { events, error } = telling.tell(batch);
            for (const event of events) yield event;
            if (error) throw fromStream(error, context);
            if (batch.done) break;
          }
          // A call that was ended by us breaks like one that was cut; which it was, the signals know.
          stop.throwIfAborted();
          // Before the ending is told: whoever reads it asks for nothing more.
          isWhole = true;
          circuit().succeeded(name);
          for (const event of telling.close(answer.facts)) yield event;
          return;
        } catch (error) {
          if (stop.aborted) throw error;
          const failure = toFailure(error, context);
          if (!(await mayGoOn(failure))) throw failure;
        }
      }
    } catch (error) {
      if (signal.aborted) {
        for (const event of telling.close(undefined, "stopped")) yield event;
        return;
      }
      const failure = toFailure(stop.reason instanceof AppError ? stop.reason : error, context);
      circuit().failed(name, failure.code);
      throw failure;
    } finally {
      signal.removeEventListener("abort", follow);
      if (!isWhole) call.abort();
      stopSwitch().leave(call);
    }
  };
}

export const compatible = createCompatible();
