import { LINK_MARK } from "@/lib/links/link-mark";
import { KEPT_PREFIXES } from "./kept-prefixes";

/**
 * What stands in the page before its fields and runs before anything else. It remembers what is changed in them until the
 * page takes over (`replayEarlyInput`). Where another desk is on its way (`awaitsLink`, a link in the address, or one that
 * this browser kept), nothing can be changed that it would take the place of.
 */
export function earlyScript(awaitsLink: boolean): string {
  return `{
window.faderEarly = new Map();
for (const type of ["input", "change"])
  addEventListener(type, ({ target }) => window.faderEarly?.set(target, target.value), true);
let awaits = ${awaitsLink} || location.hash.startsWith("${LINK_MARK}");
try {
  const isKept = (key) => ${JSON.stringify(KEPT_PREFIXES)}.some((prefix) => key.startsWith(prefix));
  awaits ||= Object.keys(localStorage).some(isKept);
} catch {}
document.documentElement.inert = awaits;
}`;
}
