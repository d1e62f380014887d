import { deleteLink } from "@/lib/server/links/delete-link";
import { readLink } from "@/lib/server/links/read-link";
import { deleteRoute, getRoute } from "@/lib/server/route";

/** What a short link holds; 404 when it never was or was deleted, 410 when it has expired. */
export const GET = getRoute(async ({ params: { id } }) => Response.json(await readLink(String(id))));

/** Deletes a short link: 204, also when it is gone already; 403 without its delete key. */
export const DELETE = deleteRoute(async ({ request, params: { id } }) => {
  await deleteLink(String(id), request.headers);
  return new Response(null, { status: 204 });
});
