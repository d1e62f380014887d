import "server-only";
import { readSettings } from "../env";
import { publicOriginOf } from "../host";

/** The address of a short link, under the name by which its maker reached the server. The Host was checked before. */
export function linkUrl(id: string, headers: Headers): string {
  const host = headers.get("host") ?? "";
  const origin = publicOriginOf(host, readSettings().FADER_PUBLIC_ORIGINS) ?? `http://${host}`;
  return `${origin}/s/${id}`;
}
