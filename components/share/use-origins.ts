import { useEffect, useState } from "react";
import { isThisMachine } from "@/lib/links/this-machine";

/** An answer comes from the server of this very page; who waits longer for it than this copies the page's own address. */
const PATIENCE_MS = 2000;

/**
 * The origins under which a link can be given on, the best first, and whether others reach the first. A page that was
 * opened on the server's own machine asks where others reach it; any other was opened by an origin that works.
 */
export function useOrigins(): { origins: readonly string[]; isAsking: boolean } {
  const own = location.origin;
  const [told, setTold] = useState<readonly string[] | undefined>(isThisMachine(own) ? undefined : []);
  useEffect(() => {
    if (!isThisMachine(own)) return;
    fetchOrigins().then(setTold, () => setTold([]));
  }, [own]);
  return { origins: [...(told ?? []), own], isAsking: told === undefined };
}

async function fetchOrigins(): Promise<string[]> {
  const response = await fetch("/api/origins", {
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return response.ok ? ((await response.json()) as { origins: string[] }).origins : [];
}
