import { readRunEvent, type RunEvent } from "@/lib/run-events";
import { createEventDecoder } from "@/lib/sse";

/** Events of a streamed response as they come. */
export async function* readEvents(response: Response): AsyncGenerator<RunEvent> {
  const decoder = createEventDecoder();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      for (const data of decoder.push(chunk.value)) yield readRunEvent(data) as RunEvent;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

export async function readAllEvents(response: Response): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of readEvents(response)) events.push(event);
  return events;
}
