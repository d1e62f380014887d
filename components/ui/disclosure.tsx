import type { ReactNode } from "react";

/** A part that is folded away behind its title; `note` says in a word what is inside. */
export function Disclosure({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <details className="group border-b border-line">
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 text-mute hover:text-ink [&::-webkit-details-marker]:hidden">
        <span aria-hidden className="text-[10px] group-open:rotate-90">
          ▶
        </span>
        <span>{title}</span>
        {note && <span className="text-xs">{note}</span>}
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
