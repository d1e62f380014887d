import { useEffect, useState } from "react";
import { SPROUT } from "@/lib/catalog/models";
import { historyOf, toMessages } from "@/lib/playground/conversation";
import type { Desk } from "@/lib/playground/experiment";
import type { Message } from "@/lib/run-request";
import { useDeskTools } from "./desk-context";

/** What Sprout would make of the prompt: whether it can read the message, and the tokens of its room the prompt takes. */
export type Reading = { readable: boolean; room?: number };

/** Counting waits until typing rests this long. */
const REST_MS = 150;

type Reader = {
  canRead: (text: string) => boolean;
  countTokens: (system: string, messages: Message[]) => number;
};
let reader: Promise<Reader> | undefined;

/** The tokenizer is fetched once, after the page is usable: nothing of it is in the first load. */
function loadReader(): Promise<Reader> {
  reader ??= Promise.all([
    import("@/lib/tiny-model/sprout-reader"),
    fetch("/sprout/tokenizer.json").then((response) => response.json()),
  ]).then(([{ createReader }, file]) => createReader(file));
  // A failed fetch may succeed the next time; the desk works without the count.
  reader.catch(() => (reader = undefined));
  return reader;
}

/** Reads the prompt of the pane on Sprout that has most to hold; updates while one types. */
export function useSproutReader(): Reading {
  const { store } = useDeskTools();
  const [reading, setReading] = useState<Reading>({ readable: true });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: Desk["experiment"] | undefined;
    const read = async () => {
      const desk = store.get();
      last = desk.experiment;
      const loaded = await loadReader().catch(() => undefined);
      if (loaded && last === desk.experiment) setReading(readingOf(desk, loaded));
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

function readingOf(desk: Desk, { canRead, countTokens }: Reader): Reading {
  const { message, system, panes } = desk.experiment;
  const written: Message[] = message.trim() === "" ? [] : [{ role: "user", content: message }];
  const rooms = panes
    .filter((pane) => pane.model === SPROUT.id)
    .map((pane) => countTokens(pane.system ?? system, [...toMessages(historyOf(desk, pane)), ...written]));
  return { readable: canRead(message), room: rooms.length === 0 ? undefined : Math.max(...rooms) };
}
