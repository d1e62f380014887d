import "server-only";
import OpenAI from "openai";
import { isObject } from "../json-fields";

const ERROR_BODY_BYTES = 64 * 1024;
const NO_BODY = new Set([204, 205, 304]);
/** The SDK would tell providers what machine this is. */
const NO_TELEMETRY = Object.fromEntries(
  ["lang", "package-version", "os", "arch", "runtime", "runtime-version", "retry-count", "timeout"].map(
    (name) => [`x-stainless-${name}`, null],
  ),
);

const clients = new Map<string, OpenAI>();

/**
 * The client for one provider's address; addresses are the operator's, so there are few. It holds no key: that goes with
 * each request (`requestOptions`). It never follows a redirect, never tries again by itself, reads nothing from the
 * environment and writes no log.
 */
export function clientFor(baseUrl: string): OpenAI {
  const client = clients.get(baseUrl) ?? createClient(baseUrl);
  clients.set(baseUrl, client);
  return client;
}

function createClient(baseUrl: string): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: "none",
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: "off",
    defaultHeaders: { ...NO_TELEMETRY, authorization: null },
    fetch: upstreamFetch,
  });
}

/** What goes with one request: the key that is to be used at this address and nowhere else, and the wait for an answer's headers. */
export function requestOptions({
  key,
  timeoutMs,
  signal,
}: {
  key?: string;
  timeoutMs: number;
  signal: AbortSignal;
}): { headers: Record<string, string>; timeout: number; signal: AbortSignal } {
  return { headers: key === undefined ? {} : { authorization: `Bearer ${key}` }, timeout: timeoutMs, signal };
}

async function upstreamFetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: "manual", cache: "no-store" });
  return response.ok ? response : bounded(response);
}

/** A refusal with its body cut to a size, and always `{error: ...}`, the one form of which the SDK keeps everything. */
async function bounded(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await readUpTo(response, ERROR_BODY_BYTES);
  return new Response(NO_BODY.has(status) ? null : JSON.stringify({ error: errorIn(text) }), {
    status,
    headers: new Headers([...headers].filter(([name]) => !/^content-(?:encoding|length|type)$/.test(name))),
  });
}

function errorIn(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    const whole = Array.isArray(json) ? json[0] : json;
    return isObject(whole) ? (whole.error ? { ...whole, ...inner(whole.error) } : whole) : { message: text };
  } catch {
    return { message: text };
  }
}

/** `{"error": "text", "estimated_time": 20}` keeps both. */
function inner(error: unknown): object {
  return isObject(error) ? { ...error, error: undefined } : { message: String(error), error: undefined };
}

/** The first bytes of a body, as text. */
export async function readUpTo(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  try {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      size += chunk.value.byteLength;
      text += decoder.decode(chunk.value, { stream: true });
      if (size >= maxBytes) break;
    }
  } catch {
    // A body that breaks off is still worth what came of it.
  }
  void reader?.cancel().catch(() => {});
  return text;
}
