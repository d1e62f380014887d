/** How often to repeat something: a few times in `npm test`, many times in the long run (FADER_FAULTS=full). */
export function times(short: number, full: number): number {
  return process.env.FADER_FAULTS === "full" ? full : short;
}
