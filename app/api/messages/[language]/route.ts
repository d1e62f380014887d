import { laterMessages } from "@/lib/messages/compiled";
import { isLanguage } from "@/lib/messages/languages";
import { AppError } from "@/lib/errors";
import { getRoute } from "@/lib/server/route";

/** The texts of what comes on demand, in one language. */
export const GET = getRoute(({ params: { language } }) => {
  if (!isLanguage(language)) throw new AppError("not_found");
  return Response.json(laterMessages(language));
});
