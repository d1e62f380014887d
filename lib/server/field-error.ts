import "server-only";
import { isParameterKey, parameterRow } from "@/lib/catalog/parameters";
import { AppError } from "@/lib/errors";
import type { FieldProblem } from "@/lib/field-problem";
import type { Texts } from "./texts";

/** A request refused for one of its fields. */
export class FieldError extends AppError {
  constructor(
    readonly path: string,
    readonly problem: FieldProblem,
  ) {
    super("invalid_request", { path });
  }
}

/** What is wrong and what is allowed, in the reader's words: "“Temperature” must be a number from 0 to 2." */
export function fieldText({ path, problem }: FieldError, texts: Texts): string {
  const key = /^panes\.\d+\.parameters\.(\w+)$/.exec(path)?.[1] ?? "";
  if (!isParameterKey(key))
    return problemText(
      path === "" ? texts("fields.whole") : texts("fields.quoted", { name: path }),
      problem,
      texts,
    );
  const field = texts("fields.quoted", { name: texts(`parameters.${key}.label`) });
  const row = parameterRow(key);
  if (row.kind !== "number" && row.kind !== "integer") return problemText(field, problem, texts);
  return texts(`fields.${row.kind}`, { field, min: row.min, max: row.max });
}

function problemText(field: string, problem: FieldProblem, texts: Texts): string {
  const { kind, ...values } = problem;
  return texts(`fields.${kind}`, { field, ...values });
}
