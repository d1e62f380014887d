/** A day and a time of day as the reader writes them, in the reader's time zone; `at` in milliseconds since 1970. */
export function momentText(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
}
