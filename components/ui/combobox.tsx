import { useId, useState, type KeyboardEvent } from "react";

export type ComboboxOption = { value: string; label: string; detail?: string };
export type ComboboxProps = {
  label: string;
  value: string;
  /** What shows while one is not editing. */
  valueLabel: string;
  /** What is proposed; asked for only while the list is open, since there may be hundreds. */
  listOptions: () => readonly ComboboxOption[];
  invalid?: boolean;
  /** Stands in the field's place while it is empty. */
  hint?: string;
  /** Lines under the options: that more is coming, or why some cannot be had. */
  notes?: readonly string[];
  /** Says that `count` more options match than are shown. */
  moreText?: (count: number) => string;
  /** Called when the list opens. */
  onOpen?: () => void;
  onChange: (value: string) => void;
};

/** More than one can look through; typing narrows them. */
const MOST_SHOWN = 60;

/**
 * A field that proposes values and takes any other text too (the ARIA editable combobox with a list). The list is no wider
 * than the container it stands in.
 */
export function Combobox(props: ComboboxProps) {
  const {
    label,
    value,
    valueLabel,
    listOptions,
    invalid,
    hint,
    notes = [],
    moreText,
    onOpen,
    onChange,
  } = props;
  const id = useId();
  const [text, setText] = useState<string>();
  const [active, setActive] = useState(-1);
  const isEditing = text !== undefined;
  const options = isEditing ? listOptions() : [];
  const query = (text ?? "").trim().toLowerCase();
  const isUntouched = query === valueLabel.toLowerCase();
  const matching = options.filter(
    (option) =>
      isUntouched || `${option.label} ${option.value} ${option.detail}`.toLowerCase().includes(query),
  );
  const found = matching.slice(0, MOST_SHOWN);
  const open = () => {
    setText(valueLabel);
    onOpen?.();
  };
  const finish = (chosen: string | undefined) => {
    setText(undefined);
    setActive(-1);
    if (chosen !== undefined && chosen !== "" && chosen !== value) onChange(chosen);
  };
  /** What was typed: an option by its name, or a value of one's own. */
  const typed = () => {
    if (isUntouched) return undefined;
    return options.find((option) => option.label.toLowerCase() === query)?.value ?? (text ?? "").trim();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (!isEditing) {
        open();
        setActive(step === 1 ? 0 : Math.min(listOptions().length, MOST_SHOWN) - 1);
        return;
      }
      setActive((at) => (found.length === 0 ? -1 : (at + step + found.length) % found.length));
    } else if (event.key === "Enter" && isEditing) {
      event.preventDefault();
      finish(found[active]?.value ?? typed());
    } else if (event.key === "Escape" && isEditing) {
      event.stopPropagation();
      finish(undefined);
    }
  };
  return (
    <div className="relative -ml-1 max-w-52">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={isEditing && found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-invalid={invalid || undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={hint}
        value={text ?? valueLabel}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          if (!isEditing) onOpen?.();
          setText(event.target.value);
          setActive(-1);
        }}
        onMouseDown={() => {
          if (!isEditing) open();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish(isEditing ? typed() : undefined)}
        className="field-sizing-content max-w-full rounded px-1 py-0.5 font-semibold text-ellipsis hover:bg-sunk focus:bg-sunk"
      />
      {/* Focus stays in the field, which names the active option; the list is only pointed at. */}
      <div
        hidden={!isEditing || found.length + notes.length === 0}
        className="absolute top-8 left-0 z-10 max-h-72 w-max max-w-[min(26rem,calc(100cqw-2rem))] overflow-y-auto rounded-lg border border-line bg-panel p-1 shadow-lg"
      >
        <div id={id} role="listbox" aria-label={label}>
          {found.map((option, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={option.value === value}
              className={`min-h-8 cursor-pointer rounded px-2.5 py-1 ${index === active ? "bg-sunk" : ""}`}
              onMouseDown={(event) => {
                event.preventDefault();
                finish(option.value);
              }}
            >
              {option.label} <span className="text-xs text-mute">{option.detail}</span>
            </div>
          ))}
        </div>
        {matching.length > found.length && moreText && (
          <p className="px-2.5 py-1 text-xs text-mute">{moreText(matching.length - found.length)}</p>
        )}
        {notes.map((note) => (
          <p key={note} className="px-2.5 py-1 text-xs wrap-anywhere text-mute">
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}
