import { useState, type ReactNode } from "react";

/**
 * A part that is folded away behind its title; `note` says in a word what is inside. What is inside is made when it is
 * opened for the first time, and kept: most visits open few of them, and they are a sixth of the first page.
 */
export function Disclosure({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const [wasOpened, setOpened] = useState(false);
  /** Looked at when it is there too: it may have been opened before the page's scripts came. */
  const noteOpening = (details: HTMLDetailsElement | null) => {
    if (details?.open) setOpened(true);
  };
  return (
    <details
      ref={noteOpening}
      className="group border-b border-line"
      onToggle={(event) => noteOpening(event.currentTarget)}
    >
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 text-mute hover:text-ink [&::-webkit-details-marker]:hidden">
        <span aria-hidden className="text-[10px] group-open:rotate-90">
          ▶
        </span>
        <span>{title}</span>
        {note && <span className="text-xs">{note}</span>}
      </summary>
      {wasOpened && <div className="pb-3">{children}</div>}
    </details>
  );
}
