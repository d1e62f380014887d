import "server-only";
/** How long to wait for a provider, in milliseconds (requirements R34). */
export type Patience = {
  /** Until the headers of the answer. */
  headersMs: number;
  /** Between any two bytes; comments that keep a connection awake count. */
  bytesMs: number;
  /** Between two payloads, comments not counted. */
  contentMs: number;
  /** For the whole answer. */
  totalMs: number;
};

export const PATIENCE: Patience = {
  headersMs: 60_000,
  bytesMs: 45_000,
  contentMs: 120_000,
  totalMs: 600_000,
};

/** A model that thinks may say nothing for minutes; Node's own limits stand at 300 s. */
export const PATIENCE_WITH_THOUGHT: Patience = {
  headersMs: 290_000,
  bytesMs: 290_000,
  contentMs: 290_000,
  totalMs: 600_000,
};
