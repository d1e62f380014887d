const TONES = {
  ok: "fill-ok",
  busy: "fill-none stroke-accent",
  warn: "fill-warn",
  error: "fill-danger",
} as const;

/** A state as shape and colour; the word beside it says the same. */
export function StatusDot({ tone }: { tone: keyof typeof TONES }) {
  return (
    <svg aria-hidden width="8" height="8" viewBox="0 0 8 8" className={`shrink-0 ${TONES[tone]}`}>
      {tone === "error" ? (
        <path d="M4 0 8 8H0z" />
      ) : tone === "warn" ? (
        <rect width="8" height="8" />
      ) : (
        <circle cx="4" cy="4" r="3" strokeWidth="2" />
      )}
    </svg>
  );
}
