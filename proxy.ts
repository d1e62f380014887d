import type { NextRequest } from "next/server";
import { guardPage } from "@/lib/server/page-guard";

export function proxy(request: NextRequest): Response {
  return guardPage(request);
}

/** Pages only: not route handlers, which guard themselves, and not files. */
export const config = { matcher: ["/((?!api/|_next/|.*\\.\\w+$).*)"] };
