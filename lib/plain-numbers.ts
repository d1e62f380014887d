/**
 * Numbers of a first visit, written without Intl: the first `Intl.NumberFormat` of a page takes tens of milliseconds, the
 * better part of what its other scripts take. What only some see, such as money, is formatted with it.
 */

/** A share of one as a percentage: `0.305` is "31%". */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A number to three significant digits, whole above a hundred: 3.14159 is "3.14", 1234.5 is "1235". */
export function shortNumber(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
