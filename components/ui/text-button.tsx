import type { ButtonHTMLAttributes } from "react";

/** A button that looks like a link in a line of small print. */
export function TextButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      className="min-h-6 cursor-pointer text-xs text-mute underline underline-offset-2 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
      {...props}
    />
  );
}
