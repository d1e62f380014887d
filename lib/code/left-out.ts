import type { FieldProblem } from "../field-problem";

/** Why a part of a request is not taken: `lib/messages` has `loading.why.<reason>` for each. */
export type LeftOutReason =
  "notCarried" | "sameMeaning" | "notText" | "otherRole" | "lateSystem" | "noModelHere";

/** A part of a request that is not taken, by its name there: for a reason of its kind, or because its value cannot be. */
export type LeftOut = { name: string } & ({ why: LeftOutReason } | { problem: FieldProblem });
