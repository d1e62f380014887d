import "server-only";
import type { JsonObject } from "@/lib/catalog/parameters";
import { PROVIDERS, type ProviderRow } from "@/lib/catalog/providers";
import type { Texts } from "../../texts";
import { ANSWERS } from "./answers";
import { PATHS } from "./paths";
import { chatBody, keyTestBody, linkDocument, newLinkBody, runBody, stopBody } from "./request-bodies";

/** The ways to show who one is: this server's password, and keys of one's own. All are optional unless the server asks. */
function securitySchemes(): Record<string, JsonObject> {
  const rows: [string, ProviderRow][] = Object.entries(PROVIDERS);
  const keys = rows.flatMap(([id, { keyHeader, label }]): [string, JsonObject][] =>
    keyHeader
      ? [
          [
            id,
            { type: "apiKey", in: "header", name: keyHeader, description: `A key of your own for ${label}.` },
          ],
        ]
      : [],
  );
  const password = {
    type: "http",
    scheme: "bearer",
    description: "The server's password, where it asks for one.",
  };
  return { password, ...Object.fromEntries(keys) };
}

/** Everything the server answers to, as OpenAPI 3.1: bodies from the schemas that check them, ranges from the catalog. */
export function openApiDocument(texts: Texts): JsonObject {
  const schemes = securitySchemes();
  return {
    openapi: "3.1.0",
    info: { title: "Fader", version: "1" },
    servers: [{ url: "/" }],
    security: [{}, ...Object.keys(schemes).map((name) => ({ [name]: [] }))],
    paths: PATHS,
    components: {
      schemas: {
        ChatRequest: chatBody(texts),
        RunRequest: runBody(texts),
        StopRequest: stopBody(),
        KeyTestRequest: keyTestBody(),
        NewLink: newLinkBody(),
        LinkDocument: linkDocument(texts),
        ...ANSWERS,
      },
      securitySchemes: schemes,
    },
  };
}
