import type { ReactNode } from "react";

/** A small thing to pick up with one press. */
export function Chip({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-6.5 cursor-pointer rounded-full border border-line px-2.5 py-0.5 text-left text-xs text-mute hover:border-edge hover:text-ink"
    >
      {children}
    </button>
  );
}
