import "server-only";
import type { Price } from "@/lib/models-list";
import { shared } from "../shared";
import { isObject, listAt, textAt, type Json } from "../json-fields";

const MICRO = 1_000_000;

/** One provider behind Hugging Face's router that serves a model now. */
export type Route = { name: string; contextTokens?: number; price?: Price; speed?: number };

/** The live providers of an entry of the router's `/v1/models`; prices there are dollars per million tokens. */
export function readRoutes(entry: Json): Route[] {
  return listAt(entry, "providers").flatMap((each) => {
    const name = textAt(each, "provider");
    if (!isObject(each) || name === undefined || (each.status !== undefined && each.status !== "live"))
      return [];
    return [
      {
        name,
        contextTokens: numberAt(each, "context_length"),
        speed: numberAt(each, "throughput"),
        price: each.is_free === true ? { input: 0, output: 0 } : readPrice(each.pricing),
      },
    ];
  });
}

function readPrice(pricing: unknown): Price | undefined {
  const input = numberAt(pricing, "input");
  const output = numberAt(pricing, "output");
  if (input === undefined || output === undefined) return undefined;
  return { input: Math.round(input * MICRO), output: Math.round(output * MICRO) };
}

function numberAt(object: unknown, key: string): number | undefined {
  const value = isObject(object) ? object[key] : undefined;
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}

const known = () => shared("router-routes", () => new Map<string, Route[]>());

/** Keeps what the router last said, for prices. */
export function rememberRoutes(json: unknown): void {
  const routes = known();
  for (const entry of listAt(json, "data")) {
    const id = textAt(entry, "id");
    if (id !== undefined && isObject(entry)) routes.set(id, readRoutes(entry));
  }
}

/**
 * The price of `org/name:provider`, or of `org/name` where all its providers cost the same. With `atMost` the dearest of
 * them, since the router chooses. Undefined until the router's list was read, or when it names no price.
 */
export function routerPrice(rest: string, { atMost = false } = {}): Price | undefined {
  const [id = "", suffix] = rest.split(":");
  const routes = known().get(id) ?? [];
  const asked = routes.filter(({ name }) => name === suffix);
  const prices = (asked.length > 0 ? asked : routes).map(({ price }) => price);
  const [first] = prices;
  if (!first || prices.includes(undefined)) return undefined;
  const all = prices as Price[];
  const dearest = {
    input: Math.max(...all.map(({ input }) => input)),
    output: Math.max(...all.map(({ output }) => output)),
  };
  const isOne = all.every(({ input, output }) => input === first.input && output === first.output);
  return isOne || atMost ? dearest : undefined;
}
