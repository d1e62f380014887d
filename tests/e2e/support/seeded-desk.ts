import type { Page } from "@playwright/test";
import type { ParameterValues } from "@/lib/catalog/parameters";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import { deskWith } from "../../unit/playground/support";
import { openDesk } from "./desk";

export const FAKE_MODEL = "openai/gpt-4o-mini";

/** Opens a desk of so many panes with this model, a message ready and nothing run yet; a reload keeps what was done since. */
export async function openDeskOf(
  page: Page,
  { panes = 2, model = FAKE_MODEL, message = "Hello", parameters = {} as ParameterValues } = {},
): Promise<void> {
  const desk = deskWith(panes, message);
  for (const pane of desk.experiment.panes) Object.assign(pane, { model, parameters });
  await page.addInitScript(
    (text) => {
      if (sessionStorage.getItem("fader.tab") !== null) return;
      sessionStorage.setItem("fader.tab", "seeded");
      localStorage.setItem("fader.desk.seeded", text);
    },
    writeStoredDesk(desk, "seed", 0),
  );
  await openDesk(page);
}
