import { useId } from "react";

export type TextAreaProps = {
  label: string;
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  id?: string;
  placeholder?: string;
  rows?: number;
  /** Where keyboard focus lands when its part of the desk is entered. */
  regionEntry?: boolean;
  error?: string;
};

/** A text of several lines; it grows with what is written, up to a third of the window. */
export function TextArea({
  label,
  hideLabel,
  value,
  onChange,
  id,
  placeholder,
  rows = 2,
  regionEntry,
  error,
}: TextAreaProps) {
  const ownId = useId();
  const field = id ?? ownId;
  return (
    <div>
      {!hideLabel && (
        <label htmlFor={field} className="mb-1.5 block text-xs font-semibold text-mute">
          {label}
        </label>
      )}
      <textarea
        id={field}
        aria-label={hideLabel ? label : undefined}
        value={value}
        rows={rows}
        placeholder={placeholder}
        spellCheck={false}
        data-region-entry={regionEntry ? "" : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${field}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-[33vh] w-full resize-y rounded-lg border border-edge bg-panel px-3 py-2 text-sm"
      />
      {error && (
        <p id={`${field}-error`} className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
