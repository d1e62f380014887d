import type { FakeUpstream } from "../support/fake-upstream";
import { openai } from "../support/transcripts";
import { en } from "@/lib/messages/en";
import { pane, run, waitForEnd } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { drip, expect, silentAfter, test } from "./support/streaming-test";
import { fill } from "./support/texts";

/** The pane with a temperature is answered as it is said, the other one begins an answer and does not end it. */
function onlyTheFirstEnds(fake: FakeUpstream, first: (time: number) => ReturnType<typeof drip>): void {
  let times = 0;
  fake.plan(({ body }) =>
    (body as { temperature?: number }).temperature === undefined ? silentAfter(3) : first((times += 1)),
  );
}

const BUSY = {
  status: 503,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ error: { message: "Overloaded" } }),
};

test("a pane that is done is run again while another one still writes", async ({ page, fake }) => {
  onlyTheFirstEnds(fake, (time) => (time === 1 ? BUSY : { transcript: openai([`answer ${time}`]) }));
  await openDeskOf(page);
  await page.getByRole("slider", { name: en.parameters.temperature.label }).fill("0.5");
  await run(page);
  await expect(pane(page, 2)).toContainText("w1 w2 w3");
  await pane(page, 1).getByRole("button", { name: en.pane.runAgain }).click();
  await expect(pane(page, 1)).toContainText("answer 2");
  await waitForEnd(page, 1);
  await pane(page, 1).getByRole("button", { name: "Run pane 1" }).click();
  await expect(pane(page, 1)).toContainText("answer 3");
  await expect(pane(page, 2)).toHaveAttribute("data-state", "streaming");
  await page.getByRole("button", { name: en.desk.stop, exact: true }).click();
  await expect(pane(page, 2)).toContainText("w1 w2 w3");
  await waitForEnd(page, 2);
});

test("in a series its panes can be stopped, and nothing new begins beside it", async ({ page, fake }) => {
  onlyTheFirstEnds(fake, () => ({ transcript: openai(["done"]) }));
  await openDeskOf(page);
  await page.getByRole("slider", { name: en.parameters.temperature.label }).fill("0.5");
  await page.getByRole("button", { name: fill(en.desk.runTimes, { times: 10 }) }).click();
  await expect(pane(page, 1)).toHaveAttribute("data-state", "ended");
  await expect(pane(page, 2)).toContainText("w1 w2 w3");
  // It has answered this press, and takes part in those to come.
  await pane(page, 1).getByRole("button", { name: "Stop pane 1" }).click();
  await expect(pane(page, 1).getByRole("button", { name: "Run pane 1" })).toBeDisabled();
  await page.getByRole("button", { name: en.desk.stop, exact: true }).click();
  await expect(pane(page, 1).getByRole("button", { name: "Run pane 1" })).toBeEnabled();
});
