/** Caps on what a link or a file may hold (requirements R27). Characters are UTF-16 units, sizes bytes of UTF-8. */
export const LINK_LIMITS = {
  /** Of the whole of `1.<data>`, so that every program passes the address on. */
  linkCharacters: 16 * 1024,
  /** Of a link's document, counted while it is inflated; short links keep no more either. */
  documentBytes: 256 * 1024,
  /** Of a `.fader.json` file: eight panes with a hundred short answers each fit in. */
  fileBytes: 4 * 1024 * 1024,
  titleCharacters: 200,
  variables: 100,
  variableNameCharacters: 128,
  /** Of one pane: twenty single runs and the longest series. */
  answers: 120,
  answerCharacters: 1024 * 1024,
  /** Numbers in the pace of one answer, two for each piece. */
  paceNumbers: 4096,
  answerTokens: 32 * 1024,
} as const;
