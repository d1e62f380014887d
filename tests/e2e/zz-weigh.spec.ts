import { weighPage } from "/work/helpers/library/tests/support/page-weight";
import { openDesk } from "/work/helpers/library/tests/e2e/support/desk";
import { test } from "/work/helpers/library/tests/e2e/support/desk-test";
test("weigh", async ({ page }) => {
  const weight = await weighPage(await page.context().newCDPSession(page));
  const last = page.waitForResponse("**/sprout/tokenizer.json");
  await openDesk(page);
  await (await last).finished();
  await page.waitForLoadState("networkidle");
  const w = weight();
  console.log("WEIGHT", w.scriptBytes / 1024, w.requests, w.bytes/1024);
});
