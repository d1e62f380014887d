import { doorGet } from "@/lib/server/door/door-route";
import { listModelIds } from "@/lib/server/door/list-model-ids";
import { readOwnKeys } from "@/lib/server/own-keys";

/** The models of this server, as clients of OpenAI list them. */
export const GET = doorGet(async ({ request, texts }) => {
  const ownKeys = readOwnKeys(request.headers);
  return Response.json({
    object: "list",
    data: await listModelIds({ texts, ownKeys }),
  });
});
