import "server-only";
import { AppError } from "@/lib/errors";
import { findPollutedKey } from "@/lib/polluted-keys";
import { FieldError } from "./field-error";

/** The JSON body of a request, at most `maxBytes` long. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (!isJson(request.headers.get("content-type"))) throw new AppError("unsupported_media_type");
  const value = parseJson(await readText(request, maxBytes));
  const polluted = findPollutedKey(value);
  if (polluted !== undefined) throw new FieldError(polluted, { kind: "forbiddenKey" });
  return value;
}

function isJson(contentType: string | null): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may be someone's prompt.
    throw new AppError("invalid_json");
  }
}

/** Counts while reading and stops at the cap, so that a huge body is never held (requirements R22). */
async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw new AppError("body_too_large");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = request.body?.getReader();
  let text = "";
  let size = 0;
  // A read fails only when the sender broke off; whatever is answered then, nobody reads it.
  const read = () => reader?.read().catch(() => Promise.reject(new AppError("invalid_json")));
  for (let chunk = await read(); chunk && !chunk.done; chunk = await read()) {
    size += chunk.value.byteLength;
    if (size > maxBytes) throw new AppError("body_too_large");
    text += decode(decoder, chunk.value);
  }
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new AppError("invalid_json");
  }
}
