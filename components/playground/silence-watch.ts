import { HEARTBEAT_MS } from "@/lib/sse";

/** How often a line is looked at: what is dead is told within two looks of waking up. */
const LOOK_EVERY_MS = 500;
/** Two heartbeats and some slack: one may be late, two that are missing are a dead line. */
const DEAD_AFTER_MS = 2 * HEARTBEAT_MS + 1000;

export type SilenceWatch = {
  /** Bytes came, whatever they say. */
  heard: () => void;
  /** The stream is over: look no more. */
  end: () => void;
};

/**
 * Watches a stream whose sender is never silent for longer than a heartbeat, and hangs up on a dead one: a connection
 * that died while the machine slept tells nobody, and would be waited for without end (requirements R41). The wall clock
 * counts, since timers stand still in sleep. The look that finds too long a silence only notes it and the next one hangs
 * up, so that what came during the sleep is read first.
 */
export function watchSilence(hangUp: () => void): SilenceWatch {
  let heardAt = Date.now();
  let isSuspect = false;
  const looking = setInterval(() => {
    if (Date.now() - heardAt <= DEAD_AFTER_MS) return;
    if (!isSuspect) {
      isSuspect = true;
      return;
    }
    clearInterval(looking);
    hangUp();
  }, LOOK_EVERY_MS);
  return {
    heard() {
      heardAt = Date.now();
      isSuspect = false;
    },
    end: () => clearInterval(looking),
  };
}
