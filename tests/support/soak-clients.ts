import { setTimeout as sleep } from "node:timers/promises";
import { FAULT_NAMES, kindOf } from "./fault-kinds";
import { chatAtDoor, playFaults, runOf, wrongsOf } from "./play-faults";
import { ownerCookie, rawRun, eventsOf } from "./run-client";
import type { TestServer } from "./server";

/** One asks for a fault in so many requests. */
const FAULT_EVERY = 5;
const PAUSE_MS = 500;
const KEYS = 997;
/** How many clients do what, again and again. */
const CLIENTS = { one: 8, eight: 4, leaving: 4, door: 4 };

export type SoakCounts = {
  presses: number;
  panes: number;
  doors: number;
  leavings: number;
  faults: number;
  wrongs: string[];
};

/** Twenty clients that press, leave and call, one request in five being for a fault, until they are stopped. */
export function startSoakClients(server: TestServer): { stop: () => Promise<SoakCounts> } {
  const counts: SoakCounts = {
    presses: 0,
    panes: 0,
    doors: 0,
    leavings: 0,
    faults: 0,
    wrongs: [],
  };
  const over = new AbortController();
  let asked = 0;

  /** The next model: well most times, and each fault in its turn. */
  function nextModel(): string {
    asked += 1;
    const isFault = asked % FAULT_EVERY === 0;
    if (isFault) counts.faults += 1;
    const name = isFault ? FAULT_NAMES[(asked / FAULT_EVERY) % FAULT_NAMES.length] : "good";
    return `openai/${name}`;
  }

  /** A provider that failed five times in half a minute is left alone, for each key: no key meets so many faults. */
  function nextKey(): Record<string, string> {
    return { "x-fader-openai-key": `sk-${asked % KEYS}` };
  }

  async function press(panes: number, headers: Record<string, string>): Promise<void> {
    const run = runOf(...Array.from({ length: panes }, nextModel));
    const events = await playFaults(server, run, { ...headers, ...nextKey() });
    counts.presses += 1;
    counts.panes += panes;
    counts.wrongs.push(...wrongsOf(run, events));
  }

  async function leave(headers: Record<string, string>): Promise<void> {
    const run = runOf("openai/good", nextModel());
    const { request, response } = rawRun(server, run, { ...headers, ...nextKey() });
    request.on("error", () => {});
    counts.leavings += 1;
    // Before the first word, or in the middle of the answer.
    const last = counts.leavings % 2 === 0 ? "start" : "text";
    for await (const { pane, type } of eventsOf(await response)) if (pane === "p0" && type === last) break;
    request.destroy();
  }

  async function call(): Promise<void> {
    const model = nextModel();
    counts.doors += 1;
    const { ending, stopAfter, atDoor } = kindOf(model);
    if (stopAfter) return;
    const told = await chatAtDoor(server, model, nextKey());
    if (told !== (atDoor ? `error ${atDoor}` : ending)) counts.wrongs.push(`${model} at the door: ${told}`);
  }

  const kinds = [
    ...Array<(own: Record<string, string>) => Promise<void>>(CLIENTS.one).fill((own) => press(1, own)),
    ...Array<(own: Record<string, string>) => Promise<void>>(CLIENTS.eight).fill((own) => press(8, own)),
    ...Array<(own: Record<string, string>) => Promise<void>>(CLIENTS.leaving).fill(leave),
    ...Array<() => Promise<void>>(CLIENTS.door).fill(call),
  ];
  const loops = kinds.map(async (act, index) => {
    const own = ownerCookie();
    await sleep((index * PAUSE_MS) / kinds.length);
    while (!over.signal.aborted) {
      await act(own).catch((error: unknown) => counts.wrongs.push(String(error)));
      await sleep(PAUSE_MS);
    }
  });

  return {
    async stop() {
      over.abort();
      await Promise.all(loops);
      return counts;
    },
  };
}
