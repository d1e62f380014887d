import { listModels, modelParameters, readModelQuery } from "@/lib/server/models-list";
import { getRoute } from "@/lib/server/route";

/** The providers and models of this server; with `?model=<id>`, also what that model makes of each parameter. */
export const GET = getRoute(({ request, texts }) => {
  const model = readModelQuery(new URL(request.url).searchParams);
  return Response.json({
    ...listModels(texts),
    ...(model === undefined ? {} : { parameters: modelParameters(model, texts) }),
  });
});
