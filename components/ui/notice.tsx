import type { ReactNode } from "react";
import { IconButton } from "./icon-button";
import { CloseIcon } from "./icons";

const TONES = {
  info: "border-line bg-panel",
  warn: "border-warn bg-panel",
  error: "border-danger bg-panel",
} as const;
const SIGNS = { info: undefined, warn: "!", error: "!" } as const;

export type NoticeProps = {
  tone: keyof typeof TONES;
  action?: { label: string; onClick: () => void };
  onDismiss?: () => void;
  dismissLabel?: string;
  children: ReactNode;
};

/** Something to know, to heed or to mend, with a way out where there is one. Errors are announced at once. */
export function Notice({ tone, action, onDismiss, dismissLabel = "", children }: NoticeProps) {
  return (
    <div
      className={`mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-lg border px-3.5 py-2 text-sm ${TONES[tone]}`}
    >
      {SIGNS[tone] && (
        <span aria-hidden className={`font-bold ${tone === "warn" ? "text-warn" : "text-danger"}`}>
          {SIGNS[tone]}
        </span>
      )}
      {/* The words alone: a button beside them that counts seconds down would be said every second. */}
      <p role={tone === "error" ? "alert" : undefined} className="min-w-0 flex-1 basis-48 wrap-anywhere">
        {children}
      </p>
      {action && (
        <button
          type="button"
          onClick={action.onClick}
          className="min-h-6 cursor-pointer font-medium underline underline-offset-2"
        >
          {action.label}
        </button>
      )}
      {onDismiss && (
        <IconButton label={dismissLabel} onClick={onDismiss}>
          <CloseIcon />
        </IconButton>
      )}
    </div>
  );
}
