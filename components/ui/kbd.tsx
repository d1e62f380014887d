/** A key or chord, for the eye only: the control it stands on has `aria-keyshortcuts`. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden
      className="rounded border border-current px-1 font-mono text-[11px] font-normal whitespace-nowrap opacity-80"
    >
      {children}
    </kbd>
  );
}
