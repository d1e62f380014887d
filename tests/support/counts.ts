/** Whether tests run at full counts, as `npm run faults` has them. */
export const IS_FULL = process.env.FADER_FAULTS === "full";

/** How often, how many or how long: little in `npm test`, everything in `npm run faults`. */
export function times(short: number, full: number): number {
  return IS_FULL ? full : short;
}
