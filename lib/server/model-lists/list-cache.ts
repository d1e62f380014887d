import "server-only";
import { AppError } from "@/lib/errors";
import type { ModelEntry } from "@/lib/models-list";
import { circuitName } from "../upstream/circuit";
import { clientFor, readUpTo, requestOptions } from "../upstream/client";
import type { OpenUpstream } from "../upstream/open-upstream";
import { shared } from "../shared";
import { readList } from "./read-list";
import { rememberRoutes } from "../prices/router-routes";

const FRESH_MS = 5 * 60_000;
/** A list that could not be had is not asked for again at once. */
const FAILED_FRESH_MS = 10_000;
const PATIENCE_MS = 8000;
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_ENTRIES = 200;

type Kept = { list: Promise<ModelEntry[]>; until: number };

const kept = () => shared("model-lists", () => new Map<string, Kept>());

/** The models that a provider offers this key; kept for five minutes, asked for once however many want it. */
export function fetchList(upstream: OpenUpstream, now = Date.now()): Promise<ModelEntry[]> {
  const name = circuitName(upstream.id, upstream.key);
  const lists = kept();
  const held = lists.get(name);
  if (held && held.until > now) return held.list;
  const entry: Kept = { list: ask(upstream), until: now + FRESH_MS };
  entry.list.catch(() => (entry.until = Date.now() + FAILED_FRESH_MS));
  lists.delete(name);
  lists.set(name, entry);
  const oldest = lists.keys().next().value;
  if (lists.size > MOST_ENTRIES && oldest !== undefined) lists.delete(oldest);
  return entry.list;
}

async function ask(upstream: OpenUpstream): Promise<ModelEntry[]> {
  const { baseUrl, key } = upstream;
  const how = requestOptions({ key, timeoutMs: PATIENCE_MS, signal: AbortSignal.timeout(PATIENCE_MS) });
  const response = await clientFor(baseUrl).models.list(how).asResponse();
  const json = parse(await readUpTo(response, MOST_BYTES));
  if (upstream.dialect === "huggingface") rememberRoutes(json);
  return readList(json, upstream);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("provider_odd");
  }
}
