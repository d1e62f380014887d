import type { Desk } from "./experiment";
import { RECORDED_EXAMPLES } from "./recorded-examples";

/** The first desk with its recorded example answers on show; what was recorded, and how, stands in the data file. */
export function withExamples(desk: Desk): Desk {
  return { ...desk, runs: RECORDED_EXAMPLES };
}
