import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { IntlProvider } from "use-intl";
import { DeskContext } from "@/components/playground/desk-context";
import { createDeskStore } from "@/components/playground/desk-store";
import { FailureNotice } from "@/components/playground/failure-notice";
import { MissingModels } from "@/components/playground/missing-models";
import { RunWithOdds } from "@/components/playground/run-with-odds";
import { findTarget } from "@/lib/catalog/targets";
import { compiledMessages } from "@/lib/messages/compiled";
import { en } from "@/lib/messages/en";
import type { DeskLink, RunRecord } from "@/lib/playground/experiment";
import { NEW_RUN } from "@/lib/run";
import { OPENAI } from "../../support/targets";
import { deskWith } from "../playground/support";
import { toolsFor } from "./tools";

const MODEL = "openai/gpt-4o-mini";

/** What is drawn on a desk of one pane that came with such a link. */
function drawn(part: ReactNode, held: Pick<DeskLink, "lock" | "hide">, model = MODEL): string {
  const desk = deskWith(1);
  for (const pane of desk.experiment.panes) pane.model = model;
  const store = createDeskStore({ ...desk, link: { title: "", since: "opened", ...held } });
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={compiledMessages("en")} timeZone="UTC">
      <DeskContext value={toolsFor(store)}>{part}</DeskContext>
    </IntlProvider>,
  );
}

const REFUSED: RunRecord = {
  id: "r",
  model: MODEL,
  parameters: { temperature: 1.6 },
  startedAt: 0,
  run: {
    ...NEW_RUN,
    state: "failed",
    error: {
      code: "refused_parameter",
      phase: "before",
      message: "",
      parameter: "temperature",
      retryable: false,
      values: { provider: "OpenAI", model: "gpt-4o-mini", name: "Temperature" },
    },
  },
};
const failure = <FailureNotice pane="p1" record={REFUSED} />;
const odds = <RunWithOdds pane="p1" target={findTarget(MODEL, [OPENAI])} model="gpt-4o-mini" />;
const missing = <MissingModels />;

test.each([
  ["a failure’s way back", failure, "Reset Temperature", "temperature", MODEL],
  ["a run with probabilities", odds, en.lens.runForOdds, "logprobs", MODEL],
  ["another model for one that is not here", missing, "Use Sprout in pane 1", "model", "away/llama-9"],
])("%s moves nothing that a link holds, and says so", (_, part, label, control, model) => {
  const button = new RegExp(`<button[^>]*>${label}</button>`);
  expect(drawn(part, { lock: ["title"] }, model)).toMatch(button);
  for (const held of [{ lock: [control] }, { hide: [control] }]) {
    const html = drawn(part, held, model);
    expect(html).not.toMatch(button);
    expect(html).toContain(en.desk.lockedNamed.replace("{what}", label));
  }
});
