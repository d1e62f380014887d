/** On or off, at once. A disabled one keeps focus, so that `describedBy` can tell why. */
export function Switch({
  label,
  checked,
  disabled = false,
  describedBy,
  onChange,
}: {
  label: string;
  checked: boolean;
  disabled?: boolean;
  describedBy?: string;
  onChange: (checked: boolean) => void;
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-disabled={disabled || undefined}
      aria-describedby={describedBy}
      onClick={() => {
        if (!disabled) onChange(!checked);
      }}
      className="inline-flex min-h-7 cursor-pointer items-center gap-2 text-xs whitespace-nowrap text-mute not-aria-disabled:hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-55"
    >
      {label}
      <span
        aria-hidden
        className={`relative h-4 w-7 rounded-full border-[1.5px] ${checked ? "border-accent bg-accent" : "border-edge"}`}
      >
        <span
          className={`absolute top-0.5 size-[9px] rounded-full ${checked ? "right-0.5 bg-accent-ink" : "left-0.5 bg-edge"}`}
        />
      </span>
    </button>
  );
}
