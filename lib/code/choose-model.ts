import { MODEL_ID_PATTERN, readModelId, SPROUT } from "../catalog/models";
import { PUBLIC_ADDRESSES } from "../catalog/public-addresses";
import type { Provider } from "../catalog/providers";
import { addressOf } from "./address";
import type { ReadRequest } from "./read-request";

/**
 * The id `<provider>/<rest>` of the model that a pasted request asks for; undefined when nobody here is known to run it.
 * Whose it is, the address tells; without one the id's own beginning, then the pane's provider, then OpenAI.
 */
export function chooseModel(
  { model, url }: Pick<ReadRequest, "model" | "url">,
  paneModel: string,
  providers: readonly Provider[],
  origin: string,
): string | undefined {
  if (model === undefined) return undefined;
  const isHere = (id: string) => providers.some((provider) => provider.id === id);
  const id = url === undefined ? idWithoutUrl(model, paneModel, isHere) : idAt(url, model, providers, origin);
  return id !== undefined && MODEL_ID_PATTERN.test(id) && isHere(readModelId(id).provider) ? id : undefined;
}

function idWithoutUrl(model: string, paneModel: string, isHere: (id: string) => boolean): string {
  if (model.includes("/") && isHere(readModelId(model).provider)) return model;
  if (model === readModelId(SPROUT.id).rest) return SPROUT.id;
  const own = readModelId(paneModel).provider;
  return `${own === SPROUT.provider ? "openai" : own}/${model}`;
}

function idAt(
  url: string,
  model: string,
  providers: readonly Provider[],
  origin: string,
): string | undefined {
  // This server's own door takes full ids.
  if (url.startsWith(`${origin}/api/v1/`)) return model;
  const variable = /^\$\{?(\w+)\}?\//.exec(url)?.[1];
  const full = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
  const host = URL.canParse(full) ? new URL(full).host : undefined;
  const provider = providers.find((each) => {
    const { baseUrl } = addressOf(each, origin);
    return "variable" in baseUrl && baseUrl.variable === variable
      ? true
      : host !== undefined && (each.host === host || publicHost(each.id) === host);
  });
  return provider && `${provider.id}/${model}`;
}

/** The host under which a provider is known to everyone. */
function publicHost(id: string): string | undefined {
  const address = Object.entries(PUBLIC_ADDRESSES).find(([provider]) => provider === id)?.[1];
  return address && new URL(address.baseUrl).host;
}
