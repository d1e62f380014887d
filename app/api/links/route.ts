import { LINK_BODY_BYTES, newLinkSchema } from "@/lib/links/short-link";
import { createLink } from "@/lib/server/links/create-link";
import { postRoute } from "@/lib/server/route";

/** Stores an experiment under a new short link: 201 with its address, its delete key and when it expires. */
export const POST = postRoute(
  newLinkSchema,
  async ({ request, body }) => Response.json(await createLink(body, request.headers), { status: 201 }),
  { bodyBytes: LINK_BODY_BYTES },
);
