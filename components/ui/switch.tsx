/** On or off, at once. */
export function Switch({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      onClick={() => onChange(!checked)}
      className="inline-flex min-h-7 cursor-pointer items-center gap-2 text-xs whitespace-nowrap text-mute hover:text-ink"
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
