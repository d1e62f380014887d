import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { IntlProvider } from "use-intl";
import { DeskContext } from "@/components/playground/desk-context";
import { createDeskStore } from "@/components/playground/desk-store";
import { PaneDifferences } from "@/components/playground/pane-differences";
import { PARAMETER_KEYS, type ParameterValues } from "@/lib/catalog/parameters";
import { compiledMessages } from "@/lib/messages/compiled";
import { EVERYTHING_SET } from "../../support/sample-values";
import { deskWith } from "../playground/support";
import { toolsFor } from "./tools";

/** The head's chips of the first of two panes, of which the second has nothing set. */
function chips(parameters: ParameterValues): string[] {
  const desk = deskWith(2);
  const [pane] = desk.experiment.panes;
  if (!pane) throw new Error("no pane");
  pane.parameters = parameters;
  const html = renderToStaticMarkup(
    <IntlProvider locale="en" messages={compiledMessages("en")} timeZone="UTC">
      <DeskContext value={toolsFor(createDeskStore(desk))}>
        <PaneDifferences pane={pane} />
      </DeskContext>
    </IntlProvider>,
  );
  return [...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, chip = ""]) => chip.replaceAll(/<[^>]*>/g, ""));
}

test("a head says a few differences whole, and of many the first with how many more there are", () => {
  expect(chips({})).toEqual([]);
  expect(chips({ temperature: 0, topK: 40, logprobs: true, topLogprobs: 3 })).toEqual([
    "temperature 0",
    "top-k 40",
    "logprobs on",
    "top logprobs 3",
  ]);
  const many = chips(EVERYTHING_SET);
  expect(many).toHaveLength(5);
  expect(many.at(-1)).toBe(`${PARAMETER_KEYS.length - 4} more`);
});
