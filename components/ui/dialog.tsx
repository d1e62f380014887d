import { useEffect, useId, useRef, type ReactNode } from "react";
import { IconButton } from "./icon-button";
import { CloseIcon } from "./icons";

export type DialogProps = { title: string; closeLabel: string; onClose: () => void; children: ReactNode };

/** A modal dialog: the platform's own, with focus kept inside and given back, closed by Escape or its button. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto max-h-[85dvh] w-[min(44rem,calc(100vw-2rem))] scroll-pt-14 overflow-y-auto rounded-xl border border-line bg-panel p-5 text-ink"
    >
      {/* The way out stays in view however far one has scrolled. */}
      <header className="sticky -top-8 z-20 -mx-5 -mt-5 mb-1 flex items-start gap-3 bg-panel px-5 pt-5 pb-1">
        <h2 id={titleId} className="flex-1 text-base font-semibold">
          {title}
        </h2>
        <IconButton label={closeLabel} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
      </header>
      {children}
    </dialog>
  );
}
