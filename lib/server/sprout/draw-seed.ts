import "server-only";

/** A fresh seed for a run that names none; it is reported, so that the run can be had again. */
export function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
