import "server-only";
import { AppError } from "@/lib/errors";
import type { EndReason } from "@/lib/run-events";
import type { FromSprout, SproutJob, SproutStep, ToSprout } from "./protocol";

/** An answer in the making: each `next()` makes one token; `return()` gives its memory back. */
export type SproutPlay = { input: number; steps: Generator<SproutStep, EndReason> };

/** Starts an answer; throws an `AppError` when the job cannot be done. */
export type SproutEngine = (job: SproutJob) => SproutPlay;

/** Each answer in the making holds about a megabyte of keys and values; further ones wait in line without any. */
const MAX_PLAYING = 128;

type Session = { job: SproutJob; play?: SproutPlay; credit: number; output: number };

/**
 * Shares one model among all sessions, a token each in turn. A session whose reader has fallen behind has no credit and
 * waits; a stopped one makes no further token.
 */
export class RoundRobin {
  readonly #engine: SproutEngine;
  readonly #send: (message: FromSprout) => void;
  readonly #maxPlaying: number;
  readonly #sessions = new Map<number, Session>();
  #playing = 0;

  constructor(engine: SproutEngine, send: (message: FromSprout) => void, maxPlaying = MAX_PLAYING) {
    this.#engine = engine;
    this.#send = send;
    this.#maxPlaying = maxPlaying;
  }

  receive(message: ToSprout): void {
    const session = this.#sessions.get(message.session);
    if (message.type === "start")
      this.#sessions.set(message.session, { job: message.job, credit: message.credit, output: 0 });
    else if (message.type === "more" && session) session.credit += message.credit;
    else if (message.type === "stop" && session) this.#end(message.session, session, "stopped");
  }

  /** Makes one token for the session whose turn it is. False when no session can go on. */
  turn(): boolean {
    for (const [id, session] of this.#sessions) {
      if (session.credit === 0 || (!session.play && this.#playing >= this.#maxPlaying)) continue;
      // To the back of the line: a Map keeps the order in which its keys were set.
      this.#sessions.delete(id);
      this.#sessions.set(id, session);
      this.#advance(id, session);
      return true;
    }
    return false;
  }

  #advance(id: number, session: Session): void {
    try {
      const result = this.#playOf(session).steps.next();
      if (result.done) return this.#end(id, session, result.value);
      session.credit -= 1;
      session.output += 1;
      this.#send({ type: "step", session: id, step: result.value });
    } catch (error) {
      this.#remove(id, session);
      this.#send({ type: "failed", session: id, ...failureOf(error) });
    }
  }

  #playOf(session: Session): SproutPlay {
    if (session.play) return session.play;
    session.play = this.#engine(session.job);
    this.#playing += 1;
    return session.play;
  }

  #end(id: number, session: Session, reason: EndReason): void {
    this.#remove(id, session);
    session.play?.steps.return(reason);
    this.#send({ type: "end", session: id, reason, input: session.play?.input ?? 0, output: session.output });
  }

  #remove(id: number, session: Session): void {
    this.#sessions.delete(id);
    if (session.play) this.#playing -= 1;
  }
}

function failureOf(error: unknown): Pick<AppError, "code"> & AppError["detail"] {
  return error instanceof AppError ? { code: error.code, ...error.detail } : { code: "model_failed" };
}
