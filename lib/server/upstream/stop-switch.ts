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

  /** Lets a call begin, with the signal that ends it; refuses while the switch is on. `leave` must follow. */
  enter(): { signal: AbortSignal; leave: () => void } {
    if (this.isOn()) throw new AppError("stopped_by_operator");
    const controller = new AbortController();
    this.#going.add(controller);
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
    return { signal: controller.signal, leave: () => this.#leave(controller) };
  }

  #look(): void {
    if (!this.isOn()) return;
    for (const controller of this.#going) controller.abort(new AppError("stopped_by_operator"));
  }

  #leave(controller: AbortController): void {
    this.#going.delete(controller);
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
