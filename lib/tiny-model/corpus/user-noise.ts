import type { Random } from "../random";

const NOISE_SHARE = 0.15;

/** People do not write like a book: some leave out capitals, the full stop, or add a word. */
export function withNoise(text: string, random: Random): string {
  if (random.next() >= NOISE_SHARE) return text;
  return random.pick(CHANGES)(text, random);
}

const withoutEnd = (text: string) => text.replace(/[.?!]$/, "");
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const CHANGES: readonly ((text: string, random: Random) => string)[] = [
  (text) => text.toLowerCase(),
  withoutEnd,
  (text) => withoutEnd(text).toLowerCase(),
  (text) => withoutEnd(text).toLowerCase(),
  (text) => `Please ${lowered(text)}`,
  (text) => `${withoutEnd(text)}, please.`,
  (text) => `Sprout, ${lowered(text)}`,
  (text) => `${text} `,
  (text) => text.replace(/color/g, "colour"),
  (text, random) => swapLetters(text, random),
];

/** A slip of the fingers: two letters change places. */
function swapLetters(text: string, random: Random): string {
  const at = 1 + random.integer(Math.max(1, text.length - 3));
  const pair = text.slice(at, at + 2);
  if (!/^[a-z]{2}$/.test(pair)) return text;
  return text.slice(0, at) + pair.charAt(1) + pair.charAt(0) + text.slice(at + 2);
}
