import { useEffect, useRef } from "react";
import { regionEntry } from "./region-entry";

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
    const wanted = isFolded
      ? document.querySelectorAll<HTMLElement>(`[data-unfold=${region}]`)
      : [regionEntry(region)];
    for (const element of wanted) if (element?.checkVisibility()) element.focus();
  }, [region, isFolded]);
}
