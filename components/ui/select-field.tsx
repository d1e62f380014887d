import { useId } from "react";

export type SelectFieldProps = {
  label: string;
  hideLabel?: boolean;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** A choice of a few: the platform's own list. */
export function SelectField({ label, hideLabel, value, options, onChange }: SelectFieldProps) {
  const id = useId();
  return (
    <span>
      {!hideLabel && (
        <label htmlFor={id} className="mr-2 text-xs text-mute">
          {label}
        </label>
      )}
      <select
        id={id}
        aria-label={hideLabel ? label : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-8 max-w-full cursor-pointer rounded-md border border-edge bg-panel px-2 text-[13px]"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
