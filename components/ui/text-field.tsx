import { useId, type InputHTMLAttributes, type Ref } from "react";

export type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> & {
  label: string;
  hideLabel?: boolean;
  value: string;
  error?: string;
  ref?: Ref<HTMLInputElement>;
  onChange: (value: string) => void;
};

/** A line of text with its name, and what is wrong with it. */
export function TextField({ label, hideLabel, error, onChange, ref, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0 flex-1 basis-56">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1.5 block text-xs font-semibold text-mute"}>
        {label}
      </label>
      <input
        ref={ref}
        id={id}
        type="text"
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-9 w-full rounded-md border border-edge bg-panel px-2.5 text-sm"
        {...rest}
      />
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
