/** The moment at which the dates below are read. */
export const RETRY_NOW = Date.UTC(2026, 10, 24, 12, 0, 0);

type Shape = { what: string; headers: Record<string, string>; waitMs: number | undefined };

/** What servers write when they ask to wait, and the wait that a correct reader derives. */
export const RETRY_AFTER_SHAPES: Shape[] = [
  { what: "nothing", headers: {}, waitMs: undefined },
  { what: "seconds", headers: { "retry-after": "5" }, waitMs: 5000 },
  { what: "no wait", headers: { "retry-after": "0" }, waitMs: 0 },
  { what: "parts of a second", headers: { "retry-after": "0.5" }, waitMs: 500 },
  { what: "blanks around", headers: { "retry-after": "  5 " }, waitMs: 5000 },
  { what: "a leading zero", headers: { "retry-after": "007" }, waitMs: 7000 },
  { what: "milliseconds", headers: { "retry-after-ms": "250" }, waitMs: 250 },
  {
    what: "milliseconds before seconds",
    headers: { "retry-after-ms": "250", "retry-after": "9" },
    waitMs: 250,
  },
  {
    what: "bad milliseconds, good seconds",
    headers: { "retry-after-ms": "soon", "retry-after": "9" },
    waitMs: 9000,
  },
  { what: "a date", headers: { "retry-after": "Tue, 24 Nov 2026 12:00:30 GMT" }, waitMs: 30_000 },
  { what: "a date of old", headers: { "retry-after": "Tuesday, 24-Nov-26 12:01:00 GMT" }, waitMs: 60_000 },
  { what: "a date that is over", headers: { "retry-after": "Tue, 24 Nov 2026 11:59:00 GMT" }, waitMs: 0 },
  { what: "a negative number", headers: { "retry-after": "-5" }, waitMs: undefined },
  { what: "NaN", headers: { "retry-after": "NaN" }, waitMs: undefined },
  { what: "infinity", headers: { "retry-after": "Infinity" }, waitMs: undefined },
  { what: "an exponent", headers: { "retry-after": "1e9" }, waitMs: undefined },
  { what: "a very long wait", headers: { "retry-after": "1000000000" }, waitMs: 1e12 },
  { what: "hex", headers: { "retry-after": "0x10" }, waitMs: undefined },
  { what: "words", headers: { "retry-after": "in a while" }, waitMs: undefined },
  { what: "an empty value", headers: { "retry-after": "" }, waitMs: undefined },
  { what: "a unit", headers: { "retry-after": "5s" }, waitMs: undefined },
];
