import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { en, type Messages } from "@/lib/messages/en";
import { decodeLink } from "@/lib/links/link-codec";
import type { LinkDocument } from "@/lib/links/link-document";

/** Opens the dialog, and waits until it has weighed what it offers. */
export async function openShare(page: Page, texts: Messages = en): Promise<Locator> {
  await page.getByRole("button", { name: texts.desk.share, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: texts.desk.share });
  await dialog.getByRole("radio").first().waitFor();
  await dialog.getByText(texts.share.measuring).first().waitFor({ state: "hidden" });
  return dialog;
}

/** The document that a link holds; throws when the text is none. */
export async function documentOf(link: string): Promise<LinkDocument> {
  const read = await decodeLink(new URL(link).hash.slice("#e=".length));
  if ("problem" in read) throw new Error(`no link: ${JSON.stringify(read.problem)}`);
  return read.document;
}

/** The text of the file that a press has the browser save, and its name. */
export async function savedBy(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** What has been copied last. */
export function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
