import { LINK_MARK } from "@/lib/links/link-mark";
import { KEPT_PREFIXES } from "./kept-prefixes";

/**
 * What stands in the page and runs before anything else, and before the page is shown. It remembers what is changed in them, and the
 * button pressed last, until the page takes over (`replayEarlyInput`). Values are read before React hears of the change,
 * which may put its own back; a press is noted after it, which may take over under it and answer by itself.
 *
 * Where another desk is on its way (`awaitsLink`, a link in the address, or one that this browser kept), nothing can be
 * changed that it would take the place of.
 */
export function earlyScript(awaitsLink: boolean): string {
  return `{
const early = (window.faderEarly = { values: new Map(), until: new AbortController() });
const { signal } = early.until;
for (const type of ["input", "change"])
  addEventListener(type, ({ target }) => early.values.set(target, target.value), { signal, capture: true });
addEventListener("click", ({ target }) => (early.pressed = target.closest("button")), { signal });
let awaits = ${awaitsLink} || location.hash.startsWith("${LINK_MARK}");
try {
  const isKept = (key) => ${JSON.stringify(KEPT_PREFIXES)}.some((prefix) => key.startsWith(prefix));
  awaits ||= Object.keys(localStorage).some(isKept);
} catch {}
document.documentElement.inert = awaits;
}`;
}
