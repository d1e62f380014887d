import { postRoute } from "@/lib/server/route";
import { signIn, signInSchema } from "@/lib/server/access/sign-in";

/** Begins a session: 204 with its cookie, 401 for a wrong password, 429 after too many. */
export const POST = postRoute(signInSchema, ({ request, body }) => signIn(body, request.headers), {
  isPublic: true,
});
