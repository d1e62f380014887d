import type { ButtonHTMLAttributes, RefAttributes } from "react";

const VARIANTS = {
  primary: "bg-accent text-accent-ink border-transparent font-semibold",
  outline: "border-edge text-ink bg-panel hover:bg-sunk font-medium",
  quiet: "border-transparent text-mute hover:text-ink hover:bg-sunk font-medium",
} as const;
const SIZES = { medium: "px-3.5 py-2", small: "px-2.5 py-1 text-[13px]" } as const;

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  RefAttributes<HTMLButtonElement> & {
    variant?: keyof typeof VARIANTS;
    size?: keyof typeof SIZES;
  };

/** A button with words on it. A busy one is `aria-disabled`: it keeps focus and says so. */
export function Button({ variant = "outline", size = "medium", className = "", ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-md border whitespace-nowrap disabled:cursor-default disabled:opacity-55 aria-disabled:cursor-default aria-disabled:opacity-55 ${SIZES[size]} ${VARIANTS[variant]} ${className}`}
      {...rest}
    />
  );
}
