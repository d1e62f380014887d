import * as z from "zod/mini";
import { postRoute } from "@/lib/server/route";
import { signOut } from "@/lib/server/access/sign-in";

/** Ends the session of this browser; always 204. */
export const POST = postRoute(z.strictObject({}), ({ request }) => signOut(request.headers), {
  isPublic: true,
});
