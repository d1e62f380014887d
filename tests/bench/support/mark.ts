/** A byte that stands once in each token and nowhere else in a stream, so readers can count without parsing. */
export const MARK = "~";
