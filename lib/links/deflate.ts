/** A kilobyte deflates to as little as one byte, so little is fed at a time: what a bomb can blow up at once stays small. */
const FED_AT_ONCE = 256;

export type Inflated =
  { bytes: Uint8Array } | { problem: "damaged" | "tooLarge" | "browserTooOld"; inflated: number };

/** Whether this browser deflates by itself. */
export function canDeflate(): boolean {
  return typeof CompressionStream !== "undefined" && typeof DecompressionStream !== "undefined";
}

/** Deflates, with a checksum (zlib's format): a text that was damaged on its way is never taken for another. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const deflated = sourceOf(bytes, bytes.length).pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(deflated).arrayBuffer());
}

/** Inflates as long as no more than `most` bytes come out, and stops where more would. */
export async function inflate(deflated: Uint8Array, most: number): Promise<Inflated> {
  if (!canDeflate()) return { problem: "browserTooOld", inflated: 0 };
  const reader = sourceOf(deflated, FED_AT_ONCE).pipeThrough(new DecompressionStream("deflate")).getReader();
  const parts: Uint8Array[] = [];
  let inflated = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      inflated += part.value.length;
      if (inflated > most) {
        // The rest is not wanted, and neither is what becomes of it.
        reader.cancel().catch(() => {});
        return { problem: "tooLarge", inflated };
      }
      parts.push(part.value);
    }
  } catch {
    return { problem: "damaged", inflated };
  }
  return { bytes: joined(parts, inflated) };
}

/** A stream that gives so many bytes whenever it is asked, and nothing before. */
function sourceOf(bytes: Uint8Array, atOnce: number): ReadableStream<BufferSource> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + atOnce));
        at += atOnce;
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
