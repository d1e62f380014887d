import { listModels, modelParameters, readModelQuery } from "@/lib/server/models-list";
import { readOwnKeys } from "@/lib/server/own-keys";
import { getRoute } from "@/lib/server/route";

/** The providers and models of this server; with `?model=<id>`, also what that model makes of each parameter. */
export const GET = getRoute(async ({ request, texts }) => {
  const model = readModelQuery(new URL(request.url).searchParams);
  const ownKeys = readOwnKeys(request.headers);
  return Response.json({
    ...(await listModels({ texts, ownKeys })),
    ...(model === undefined ? {} : { parameters: modelParameters(model, texts) }),
  });
});
