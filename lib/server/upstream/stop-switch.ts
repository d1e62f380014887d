import "server-only";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { AppError } from "@/lib/errors";
import { readSettings } from "../env";
import { shared } from "../shared";

const LOOK_EVERY_MS = 500;

/**
 * The operator's switch: `FADER_STOP=yes`, or the path of a file that need only be made. While it is on no call goes out,
 * and those that are going are ended within a second (requirements R49).
 */
export class StopSwitch {
  readonly #going = new Set<AbortController>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly isOn: () => boolean) {}

  /** Lets a call begin, which `call` ends; refuses while the switch is on. `leave` must follow. */
  enter(call: AbortController): void {
    if (this.isOn()) throw new AppError("stopped_by_operator");
    this.#going.add(call);
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  #look(): void {
    if (!this.isOn()) return;
    for (const call of this.#going) call.abort(new AppError("stopped_by_operator"));
  }

  leave(call: AbortController): void {
    this.#going.delete(call);
    if (this.#going.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

function isStopped(): boolean {
  const { FADER_STOP } = readSettings();
  return FADER_STOP !== undefined && (FADER_STOP === "yes" || existsSync(resolve(FADER_STOP)));
}

/** The switch of this process. */
export function stopSwitch(): StopSwitch {
  return shared("stop-switch", () => new StopSwitch(isStopped));
}
