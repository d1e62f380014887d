import "server-only";
import { newId } from "@/lib/new-id";
import type { RunEventBody } from "@/lib/run-events";
import { eventStream } from "../event-stream";
import { readOwnKeys } from "../own-keys";
import { readOwner } from "../owner";
import { runPane } from "../run-pane";
import { runs } from "../runs";
import type { Texts } from "../texts";
import { encodeItem, toChunks } from "./chunks";
import { failureOf } from "./failures";
import type { Frame } from "./openai-shapes";
import { DoorError } from "./problem";
import type { ChatRequest } from "./read-chat-request";
import { wholeAnswer } from "./whole-answer";

const PANE = "door";

/** Runs what a client asked for and answers it, whole or as a stream; whichever way it ends, the claim is given back. */
export async function answerChat(asked: ChatRequest, request: Request, texts: Texts): Promise<Response> {
  const ownKeys = readOwnKeys(request.headers);
  const id = newId();
  const claim = runs().claim(id, [PANE], readOwner(request.headers));
  const signal = AbortSignal.any([claim.signalOf(PANE), request.signal]);
  const events = runPane(asked.prompt, { signal, texts, ownKeys, isSingleAttempt: true });
  const frame: Frame = {
    id: `chatcmpl-${id}`,
    created: Math.floor(Date.now() / 1000),
    system_fingerprint: null,
  };
  const leave = () => {
    claim.release();
    void events.return(undefined).catch(() => {});
  };
  try {
    if (!asked.isStream) {
      const answer = await wholeAnswer(events, asked, frame, texts);
      leave();
      return Response.json(answer);
    }
    const begun = await begin(events, asked, texts);
    const chunks = toChunks(begun, asked, frame, texts);
    return eventStream(chunks, { signal: request.signal, onOver: leave, encode: encodeItem });
  } catch (error) {
    leave();
    throw error;
  }
}

/** Waits until something of the answer is there: before that, a failure can still be a plain HTTP refusal. */
async function begin(
  events: AsyncGenerator<RunEventBody>,
  asked: ChatRequest,
  texts: Texts,
): Promise<AsyncGenerator<RunEventBody>> {
  const held: RunEventBody[] = [];
  for (;;) {
    const { done, value } = await events.next();
    if (done) throw new Error("a run ended without an ending");
    const failure = failureOf(value, asked, texts);
    if (failure) throw new DoorError(failure);
    held.push(value);
    if (value.type !== "start" && value.type !== "usage") return continued(held, events);
  }
}

async function* continued(
  held: RunEventBody[],
  rest: AsyncGenerator<RunEventBody>,
): AsyncGenerator<RunEventBody> {
  yield* held;
  yield* rest;
}
