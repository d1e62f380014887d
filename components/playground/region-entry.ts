/**
 * Where focus lands when a part of the desk is entered: the place it names, or, where a link locks or hides that, its first
 * button that can be pressed.
 */
export function regionEntry(region: string): HTMLElement | undefined {
  const part = `[data-region="${region}"]`;
  for (const wanted of ["[data-region-entry]", "button"]) {
    const entry = document.querySelector<HTMLElement>(`${part} ${wanted}:not(:disabled)`);
    if (entry) return entry;
  }
  return undefined;
}
