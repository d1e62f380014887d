import { readOwnKeys } from "@/lib/server/own-keys";
import { postRoute } from "@/lib/server/route";
import { testKey, testKeySchema } from "@/lib/server/test-key";

/** Whether a provider accepts the key that a run would use: `{works: true, models}`, or why not. */
export const POST = postRoute(testKeySchema, async ({ request, body, texts }) =>
  Response.json(await testKey(body, { texts, ownKeys: readOwnKeys(request.headers) })),
);
