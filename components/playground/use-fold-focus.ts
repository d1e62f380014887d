import { useEffect, useRef } from "react";

/**
 * Folding takes away what has focus, as unfolding does with the button that does it: focus goes to that button, or into the
 * column. `isFolded` is undefined while nobody has folded or unfolded it.
 */
export function useFoldFocus(region: "prompt" | "faders", isFolded: boolean | undefined): void {
  const before = useRef(isFolded);
  useEffect(() => {
    if (before.current === isFolded) return;
    before.current = isFolded;
    const has = document.activeElement;
    if (isFolded && has !== document.body && has?.checkVisibility()) return;
    // What it was unfolded for may have focus already.
    if (!isFolded && has?.closest(`[data-region=${region}]`)) return;
    const wanted = isFolded ? `[data-unfold=${region}]` : `[data-region=${region}] [data-region-entry]`;
    for (const element of document.querySelectorAll<HTMLElement>(wanted))
      if (element.checkVisibility()) element.focus();
  }, [region, isFolded]);
}
