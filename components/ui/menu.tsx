import { useId, useRef, useState, type KeyboardEvent } from "react";
import { IconButton } from "./icon-button";
import { MoreIcon } from "./icons";

export type MenuItem = { label: string; onSelect: () => void; disabled?: boolean };

/** A button that opens a menu. Arrows, Home and End move, Escape closes and gives focus back. */
export function MenuButton({
  label,
  items,
  isOpenAtFirst = false,
}: {
  label: string;
  items: readonly MenuItem[];
  /** For a menu that was fetched because its button was pressed. */
  isOpenAtFirst?: boolean;
}) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) root.current?.querySelector<HTMLButtonElement>("[aria-haspopup]")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen) {
      // Not the dialog around it.
      event.preventDefault();
      return close(true);
    }
    const all = itemsIn(root.current);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = all.findIndex((button) => button === document.activeElement);
    const next = step
      ? (at + step + all.length) % all.length
      : event.key === "Home"
        ? 0
        : event.key === "End"
          ? all.length - 1
          : undefined;
    if (!isOpen || next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the keys of the menu inside
    <div
      ref={root}
      className="relative"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close(false);
      }}
    >
      <IconButton
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <MoreIcon />
      </IconButton>
      {isOpen && (
        <div
          ref={focusFirst}
          id={id}
          role="menu"
          aria-label={label}
          className="absolute top-8 right-0 z-10 w-max max-w-64 rounded-lg border border-line bg-panel p-1 shadow-lg"
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={item.disabled}
              onClick={() => {
                if (item.disabled) return;
                close(true);
                item.onSelect();
              }}
              className="block min-h-8 w-full cursor-pointer rounded px-2.5 text-left text-[13px] hover:bg-sunk focus:bg-sunk aria-disabled:cursor-default aria-disabled:opacity-50"
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Opening a menu moves focus to its first item, and the whole of it into view. */
function focusFirst(menu: HTMLElement | null): void {
  menu?.scrollIntoView({ block: "nearest" });
  itemsIn(menu)[0]?.focus();
}

function itemsIn(root: HTMLElement | null): HTMLButtonElement[] {
  return [...(root?.querySelectorAll<HTMLButtonElement>('[role="menuitem"]') ?? [])];
}
