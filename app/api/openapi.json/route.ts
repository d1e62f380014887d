import { openApiDocument } from "@/lib/server/door/openapi/document";
import { getRoute } from "@/lib/server/route";

/** What this server answers to, for programs that read OpenAPI. */
export const GET = getRoute(({ texts }) => Response.json(openApiDocument(texts)));
