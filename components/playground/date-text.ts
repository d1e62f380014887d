/** A day as the reader writes it, in the reader's time zone; `at` in milliseconds since 1970. */
export function dateText(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(at);
}
