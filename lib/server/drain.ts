import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { closeDatabase } from "./db/database";
import { readSettings } from "./env";
import { runs } from "./runs";
import { shared } from "./shared";

/** How long the last events have to reach their readers. */
const LAST_WORDS_MS = 1500;
const LOOK_EVERY_MS = 50;

/**
 * Ends the process well (requirements R55): from SIGTERM on no run begins, those that go may go on for
 * `FADER_DRAIN_SECONDS`, and what is left is told that the server restarts. Ctrl+C does the same without the wait,
 * also in the middle of one; a terminal sends it to every process, so it may come twice.
 */
export function endWell(): void {
  const drained = shared("drain", () => ({ isSet: false }));
  if (drained.isSet) return;
  drained.isSet = true;
  process.on("SIGTERM", () => void drain(readSettings().FADER_DRAIN_SECONDS * 1000));
  process.on("SIGINT", () => void drain(0));
}

async function drain(patienceMs: number): Promise<void> {
  runs().close();
  await untilNoneGoes(patienceMs);
  runs().abortAll(new AppError("restarting"));
  await untilNoneGoes(LAST_WORDS_MS);
  // A moment for the sockets: the last bytes were handed over, not yet sent.
  await Promise.all([sleep(LOOK_EVERY_MS), Promise.race([closeDatabase(), sleep(LAST_WORDS_MS)])]);
  process.exit(0);
}

async function untilNoneGoes(patienceMs: number): Promise<void> {
  for (let left = patienceMs; left > 0 && runs().size > 0; left -= LOOK_EVERY_MS) await sleep(LOOK_EVERY_MS);
}
