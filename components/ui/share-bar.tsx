/** A share from 0 to 1 as a bar; `label` says it in words. Drawn with attributes, because the page allows no inline style. */
export function ShareBar({ share, label }: { share: number; label: string }) {
  return (
    <svg role="img" aria-label={label} width="100%" height="10" className="block">
      <rect width={`${100 * share}%`} height="10" rx="2" className="fill-accent" />
    </svg>
  );
}
