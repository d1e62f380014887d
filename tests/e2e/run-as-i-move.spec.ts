import type { Page, Request } from "@playwright/test";
import { en } from "@/lib/messages/en";
import type { RunRequest } from "@/lib/run-request";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";

/** Longer than a last key is waited for. */
const A_WHILE_MS = 1000;

const toggle = (page: Page) => page.getByRole("switch", { name: en.desk.runAsIMove });
const fader = (page: Page) => page.getByRole("slider", { name: "Temperature" });

/** The presses that leave the page from now on, as "p1 0.5": which panes, and the first one's temperature. */
function watchPresses(page: Page): string[] {
  const presses: string[] = [];
  page.on("request", (request: Request) => {
    if (!request.url().endsWith("/api/run")) return;
    const { panes } = request.postDataJSON() as RunRequest;
    presses.push(`${panes.map(({ id }) => id).join()} ${panes[0]?.parameters.temperature}`);
  });
  return presses;
}

/** A desk that has answered once, with the switch on. */
async function openFollowing(page: Page): Promise<string[]> {
  await openDesk(page);
  await run(page);
  for (const number of [1, 2]) await waitForEnd(page, number);
  await toggle(page).click();
  await expect(toggle(page)).toBeChecked();
  return watchPresses(page);
}

test("is off at first, and off again after a reload", async ({ page }) => {
  await openDesk(page);
  await expect(toggle(page)).not.toBeChecked();
  await run(page);
  await waitForEnd(page, 1);
  const presses = watchPresses(page);
  await fader(page).fill("0.5");
  await page.waitForTimeout(A_WHILE_MS);
  expect(presses).toEqual([]);
  await toggle(page).click();
  await expect(toggle(page)).toBeChecked();
  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await expect(pane(page, 1)).toHaveAccessibleName(/temperature 0.5/);
  await expect(toggle(page)).not.toBeChecked();
});

test("a fader that is dragged runs its pane when it is let go, and not before", async ({ page }) => {
  const presses = await openFollowing(page);
  // The odds of the new answer stand above the faders, and move them when they come.
  await expect(page.locator("[data-lens] table")).toBeVisible();
  await expect(page.locator("[data-lens] [data-caption]")).toBeVisible();
  const box = await fader(page).boundingBox();
  if (!box) throw new Error("no fader");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  for (const share of [0.3, 0.4, 0.5]) await page.mouse.move(box.x + box.width * share, y);
  await page.waitForTimeout(A_WHILE_MS);
  expect(presses).toEqual([]);
  await page.mouse.up();
  await expect.poll(() => presses.length).toBe(1);
  expect(presses[0]).toBe(`p1 ${await fader(page).inputValue()}`);
  await waitForEnd(page, 1);
  await expect(pane(page, 1)).toContainText("Run 2 of 2");
  await expect(pane(page, 2)).not.toContainText("Run 2 of 2");
  await page.waitForTimeout(A_WHILE_MS);
  expect(presses).toHaveLength(1);
});

test("by keys it runs a moment after the last of them", async ({ page }) => {
  const presses = await openFollowing(page);
  await fader(page).focus();
  // Held down, as the first repeat of a key takes longer to come than a last key is waited for.
  for (let repeated = 0; repeated < 5; repeated += 1) await page.keyboard.down("ArrowRight");
  await page.waitForTimeout(A_WHILE_MS);
  expect(presses).toEqual([]);
  await page.keyboard.up("ArrowRight");
  await expect.poll(() => presses.length).toBe(1);
  expect(presses[0]).toBe(`p1 ${await fader(page).inputValue()}`);
  await waitForEnd(page, 1);
  await page.keyboard.press("Delete");
  await expect.poll(() => presses.length).toBe(2);
  expect(presses[1]).toBe("p1 undefined");
});

test("a number runs when its field is left or entered", async ({ page }) => {
  const presses = await openFollowing(page);
  const number = page.getByRole("spinbutton", { name: "Temperature" });
  await number.fill("0.7");
  await page.waitForTimeout(A_WHILE_MS);
  expect(presses).toEqual([]);
  await number.press("Enter");
  await expect.poll(() => presses.length).toBe(1);
  await waitForEnd(page, 1);
  await number.fill("0.9");
  await number.blur();
  await expect.poll(() => presses).toEqual(["p1 0.7", "p1 0.9"]);
});

test("any other control runs at once, and faders that move together run all panes in one press", async ({
  page,
}) => {
  const presses = await openFollowing(page);
  await pane(page, 2).getByRole("button", { name: en.pane.sameDice }).click();
  await expect.poll(() => presses).toEqual(["p2 1.6"]);
  await waitForEnd(page, 2);
  await page.getByRole("switch", { name: en.rail.moveTogether }).click();
  await page.getByRole("spinbutton", { name: "Temperature" }).fill("1");
  await page.getByRole("spinbutton", { name: "Temperature" }).press("Enter");
  await expect.poll(() => presses).toEqual(["p2 1.6", "p1,p2 1"]);
});

test("what is moved during a run waits for its end, and only the last of it is played", async ({ page }) => {
  const presses = await openFollowing(page);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/api/run", async (route) => {
    await held;
    await route.continue();
  });
  const number = page.getByRole("spinbutton", { name: "Temperature" });
  for (const value of ["0.3", "0.4", "0.5"]) {
    await number.fill(value);
    await number.press("Enter");
  }
  await page.waitForTimeout(A_WHILE_MS);
  expect(presses).toEqual(["p1 0.3"]);
  letGo();
  await expect.poll(() => presses).toEqual(["p1 0.3", "p1 0.5"]);
  await expect(pane(page, 1)).toContainText("Run 3 of 3");
  await waitForEnd(page, 1);
  await page.waitForTimeout(A_WHILE_MS);
  expect(presses).toHaveLength(2);
});

test("a message that waits is sent as Run would send it", async ({ page }) => {
  const presses = await openFollowing(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("What color is snow?");
  const number = page.getByRole("spinbutton", { name: "Temperature" });
  await number.fill("0");
  await number.press("Enter");
  await expect.poll(() => presses).toEqual(["p1 0"]);
  await waitForEnd(page, 1);
  await expect(message).toHaveValue("");
  await expect(pane(page, 1)).toContainText("What color is snow?");
});

test("a model that is not free and here turns it off, and says why", async ({ page }) => {
  const presses = await openFollowing(page);
  const model = pane(page, 2).getByRole("combobox", { name: "Model" });
  await model.fill("nowhere/model-x");
  await model.press("Enter");
  await expect(toggle(page)).not.toBeChecked();
  await expect(toggle(page)).toHaveAttribute("aria-disabled", "true");
  await expect(toggle(page)).toHaveAccessibleDescription(
    "Only while every model is free and runs on this server; that of pane 2 is not.",
  );
  await toggle(page).click({ force: true });
  await expect(toggle(page)).not.toBeChecked();
  await page.getByRole("button", { name: "Pane 1", exact: true }).click();
  await fader(page).fill("0.5");
  await page.waitForTimeout(A_WHILE_MS);
  expect(presses).toEqual([]);
});
