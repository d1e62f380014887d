/** Caps on what one request may hold (requirements R22, R37). Characters are UTF-16 units, sizes bytes. */
export const LIMITS = {
  bodyBytes: 256 * 1024,
  panes: 8,
  messages: 200,
  textCharacters: 100_000,
  /** One server-sent event, and all text of one pane. */
  eventBytes: 1024 * 1024,
  answerBytes: 8 * 1024 * 1024,
  /** Runs one owner may have going at once. */
  runsAtOnce: 4,
  /** All programs together, which carry no cookie that tells them apart. */
  programRunsAtOnce: 32,
} as const;
