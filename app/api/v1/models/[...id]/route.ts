import { doorGet } from "@/lib/server/door/door-route";
import { findModelId } from "@/lib/server/door/list-model-ids";

/** One model by its id, slashes and all. Ids that no list has may be tried, so they are found too. */
export const GET = doorGet(({ params }) => Response.json(findModelId([params.id].flat().join("/"))));
