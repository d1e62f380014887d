import type { JsonObject } from "../catalog/parameters";
import type { Provider } from "../catalog/providers";
import { findTarget, type Target } from "../catalog/targets";
import { nextTurns, promptOf, toMessages } from "../playground/conversation";
import type { Desk, Experiment, Pane } from "../playground/experiment";
import { systemOf } from "../playground/prompt-texts";
import { variableRows } from "../playground/variable-rows";
import { toWireBody } from "../wire-body";
import type { Address } from "./address";
import { codeRequest } from "./code-request";
import { isPlainValue, templateNames } from "./template-names";
import { literalText, templateText, type Replacement } from "./template-text";
import { JSON_STYLE, writeValue } from "./write-value";
import { writeYaml } from "./write-yaml";

/** An experiment to write down as it stands on the desk, and what each of its panes is called. */
export type PromptfooSource = {
  desk: Desk;
  names: ReadonlyMap<string, string>;
  providers: readonly Provider[];
  origin: string;
};

/** What of a body is not a pane's setting: the prompt has its own place, and promptfoo does not stream. */
const NOT_SETTINGS = new Set(["model", "messages", "input", "instructions", "stream", "stream_options"]);

/**
 * The experiment as a configuration of promptfoo: every pane a provider, what it is told a prompt, variables as vars. Panes
 * whose model nobody here runs are left out.
 */
export function writePromptfoo(source: PromptfooSource): string {
  const { desk, providers } = source;
  const { experiment } = desk;
  const replace = replacementsIn(experiment);
  const panes = experiment.panes.flatMap((pane) => {
    const target = findTarget(pane.model, providers);
    return target ? [{ pane, target, prompt: writePrompt(desk, pane, replace) }] : [];
  });
  const prompts = [...new Set(panes.map(({ prompt }) => prompt))];
  const labelOf = (prompt: string) => `prompt-${prompts.indexOf(prompt) + 1}`;
  const vars = varsOf(experiment, replace);
  return writeYaml({
    ...(experiment.title === "" ? {} : { description: experiment.title }),
    prompts: prompts.map((prompt) => ({ label: labelOf(prompt), raw: prompt })),
    providers: panes.map(({ pane, target, prompt }) => ({
      ...provider(pane, target, source),
      ...(prompts.length > 1 ? { prompts: [labelOf(prompt)] } : {}),
    })),
    ...(Object.keys(vars).length === 0 ? {} : { tests: [{ vars }] }),
  });
}

type Replacements = (name: string) => Replacement;

function replacementsIn(experiment: Experiment): Replacements {
  const rows = variableRows(experiment).filter(({ isUsed }) => isUsed);
  const names = templateNames(rows.map(({ name }) => name));
  const valueOf = new Map(rows.map(({ name, value }) => [name, value]));
  return (name) => {
    const value = valueOf.get(name) ?? "";
    return isPlainValue(value) ? { variable: names.get(name) ?? name } : { text: value };
  };
}

function varsOf(experiment: Experiment, replace: Replacements): JsonObject {
  const rows = variableRows(experiment).filter(({ isUsed }) => isUsed);
  return Object.fromEntries(
    rows.flatMap(({ name, value }) => {
      const stands = replace(name);
      return "variable" in stands ? [[stands.variable, value]] : [];
    }),
  );
}

/** What a pane's model is told, as a list of messages in JSON; several lines, or promptfoo would take it for a path. */
function writePrompt(desk: Desk, pane: Pane, replace: Replacements): string {
  const system = pane.system ?? desk.experiment.system;
  const told = toMessages(nextTurns(desk, pane)).map(({ role, content }) => ({
    role,
    content: role === "user" ? templateText(content, replace) : literalText(content),
  }));
  const isSaid = systemOf(desk.experiment, pane) !== "";
  const first = isSaid ? [{ role: "system", content: templateText(system, replace) }] : [];
  const messages = [...first, ...told].map((message) => `  ${writeValue(message, JSON_STYLE, 1)}`);
  return `[\n${messages.join(",\n")}\n]`;
}

function provider(
  pane: Pane,
  target: Target,
  { desk, names, providers, origin }: PromptfooSource,
): JsonObject {
  const { model, parameters } = pane;
  const { body: sent } = toWireBody({ model, parameters, ...promptOf(desk, pane) }, target);
  const { address, path, body } = codeRequest({ model, body: sent }, providers, origin);
  const settings = Object.entries(body).filter(([name]) => !NOT_SETTINGS.has(name));
  return {
    id: `openai:${path === "/responses" ? "responses" : "chat"}:${String(body.model)}`,
    label: names.get(pane.id) ?? pane.id,
    config: {
      ...reached(address),
      omitDefaults: true,
      ...(settings.length === 0 ? {} : { passthrough: Object.fromEntries(settings) }),
    },
  };
}

function reached({ baseUrl, keyVariable, isKeyOptional }: Address): JsonObject {
  return {
    apiBaseUrl: "text" in baseUrl ? baseUrl.text : `{{ env.${baseUrl.variable} }}`,
    apiKeyEnvar: keyVariable,
    ...(isKeyOptional ? { apiKeyRequired: false } : {}),
  };
}
