import { isEscaped, VARIABLE, variableName } from "../variables/variable-pattern";

/** What a template says for one of our variables: another variable's name, or a text as it is. */
export type Replacement = { variable: string } | { text: string };

/** A text with `{{name}}` in it as a Nunjucks template, the language of promptfoo's prompts. */
export function templateText(text: string, replace: (name: string) => Replacement): string {
  const parts: string[] = [];
  let done = 0;
  for (const { 0: whole, 1: backslashes = "", 2: braces = "", 3: name = "", index } of text.matchAll(
    VARIABLE,
  )) {
    parts.push(literalText(text.slice(done, index) + backslashes.slice(0, backslashes.length >> 1)));
    const stands = isEscaped(backslashes) ? { text: braces } : replace(variableName(name));
    parts.push("variable" in stands ? `{{ ${stands.variable} }}` : literalText(stands.text));
    done = index + whole.length;
  }
  return [...parts, literalText(text.slice(done))].join("");
}

/**
 * A text that stands for itself in a template: each brace that could open something is written as a string, and so is
 * each `#` that could end a comment, which Nunjucks takes for a fault where none began.
 */
export function literalText(text: string): string {
  return text.replaceAll(/\{(?=[{%#]|$)|#(?=\}|$)/g, "{{ '$&' }}");
}
