import { percentile } from "../bench/report";

/** "250 of 250; p50 1.2 ms, p95 3.4 ms, max 5.6 ms". */
export function spread(values: readonly number[], asked = values.length): string {
  const at = (share: number) => percentile(values, share).toFixed(1);
  return `${values.length} of ${asked}; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`;
}
