import type { Page } from "@playwright/test";

/** What a live region said: politely at the next pause, or at once. */
export type Heard = { how: "polite" | "assertive"; text: string };

type Ear = { heard: Heard[]; focused: string[] };
type Listening = typeof globalThis & { ear?: Ear };

/** Listens from now on to every live region, those still to come too, and to where focus goes. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const REGIONS = '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"])';
    const ear: Ear = { heard: [], focused: [] };
    (globalThis as Listening).ear = ear;
    const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
    const regionsIn = (nodes: NodeList) =>
      [...nodes].flatMap((node) =>
        node instanceof Element
          ? [...(node.matches(REGIONS) ? [node] : []), ...node.querySelectorAll(REGIONS)]
          : [],
      );
    new MutationObserver((records) => {
      const changed = new Set<Element>();
      for (const { target, addedNodes } of records) {
        const around = elementOf(target)?.closest(REGIONS);
        if (around) changed.add(around);
        for (const region of regionsIn(addedNodes)) changed.add(region);
      }
      for (const region of changed) {
        const isUrgent = region.matches('[role="alert"], [aria-live="assertive"]');
        const text = region.textContent?.trim() ?? "";
        if (region.isConnected && text !== "")
          ear.heard.push({ how: isUrgent ? "assertive" : "polite", text });
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    document.addEventListener("focusin", ({ target }) =>
      ear.focused.push(target instanceof Element ? target.outerHTML.slice(0, 80) : ""),
    );
  });
}

/** Everything said since `listen`, in order, and everything that got focus. */
export async function whatWasHeard(page: Page): Promise<Ear> {
  return page.evaluate(() => (globalThis as Listening).ear ?? { heard: [], focused: [] });
}
