import { createSproutOdds, type SproutOdds } from "@/lib/odds/sprout-odds";
import { createReader, type SproutReader } from "@/lib/tiny-model/sprout-reader";
import type { TokenizerFile } from "@/lib/tiny-model/tokenizer";
import type { FromWorker, SproutAsk, ToWorker } from "./sprout-asks";

/** The entry of Sprout's thread in the browser: reads what is typed, and computes odds with the runtime of the server. */

async function fetchFile(name: string): Promise<Response> {
  const response = await fetch(`/sprout/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

/** Once made it stays; what failed is tried anew with the next question. */
function keep<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    made.catch(() => (made = undefined));
    return made;
  };
}

const tokenizerFile = keep(async () => (await (await fetchFile("tokenizer.json")).json()) as TokenizerFile);
const reader = keep(async (): Promise<SproutReader> => createReader(await tokenizerFile()));
const odds = keep(async (): Promise<SproutOdds> => {
  const [file, weights] = await Promise.all([tokenizerFile(), fetchFile("weights.bin")]);
  return createSproutOdds(file, new Uint8Array(await weights.arrayBuffer()));
});

async function answer(ask: SproutAsk): Promise<unknown> {
  switch (ask.type) {
    case "read": {
      const { canRead, countTokens } = await reader();
      return {
        readable: canRead(ask.message),
        rooms: ask.prompts.map(({ system, messages }) => countTokens(system ?? "", messages)),
      };
    }
    case "vocabulary":
      return (await odds()).vocabulary;
    case "next":
      return (await odds()).next(ask.chat, ask.ids);
    case "replay":
      return (await odds()).replay(ask.replay);
  }
}

addEventListener("message", ({ data: { id, ask } }: MessageEvent<ToWorker>) => {
  const reply = (message: FromWorker) => postMessage(message);
  answer(ask).then(
    (result) => reply({ id, result }),
    (error: unknown) => reply({ id, error: String(error) }),
  );
});
