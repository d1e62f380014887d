import { useEffect, useState } from "react";
import { askSprout } from "@/components/tokens/ask-sprout";
import { SPROUT } from "@/lib/catalog/models";
import { promptOf } from "@/lib/playground/conversation";
import type { Desk } from "@/lib/playground/experiment";
import { fillingOf } from "@/lib/playground/prompt-texts";
import { useDeskTools } from "./desk-context";

/** What Sprout would make of the prompt: whether it can read the message, and the tokens of its room the prompt takes. */
export type Reading = { readable: boolean; room?: number };

/** Counting waits until typing rests this long. */
const REST_MS = 150;

/**
 * Reads the prompt of the pane on Sprout that has most to hold, in Sprout's thread; updates while one types. Nothing of it
 * is in the first load.
 */
export function useSproutReader(): Reading {
  const { store } = useDeskTools();
  const [reading, setReading] = useState<Reading>({ readable: true });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: Desk["experiment"] | undefined;
    const read = async () => {
      const desk = store.get();
      last = desk.experiment;
      // A failed fetch may succeed the next time; the desk works without the count.
      const told = await readingOf(desk).catch(() => undefined);
      if (told && last === desk.experiment) setReading(told);
    };
    const onChange = () => {
      if (store.get().experiment === last) return;
      clearTimeout(timer);
      timer = setTimeout(() => void read(), REST_MS);
    };
    onChange();
    const unsubscribe = store.subscribe(onChange);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);
  return reading;
}

async function readingOf(desk: Desk): Promise<Reading> {
  const { panes } = desk.experiment;
  const message = fillingOf(desk.experiment)(desk.experiment.message);
  const prompts = panes.filter((pane) => pane.model === SPROUT.id).map((pane) => promptOf(desk, pane));
  const { readable, rooms } = await askSprout("read", { message, prompts });
  return { readable, room: rooms.length === 0 ? undefined : Math.max(...rooms) };
}
