import { VARIABLE } from "./variable-pattern";

/** A text that, once filled, reads as this one does: what looks like a variable in it stands for itself. */
export function escapeVariables(text: string): string {
  return text.replace(
    VARIABLE,
    (_, backslashes: string, braces: string) => `${backslashes.repeat(2)}\\${braces}`,
  );
}
