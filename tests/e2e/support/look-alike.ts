import type { Browser, Locator } from "@playwright/test";

/**
 * The share of pixels in which two parts of pages differ. A dashed edge may fall between pixels in one way or another, so
 * nothing is ever quite the same.
 */
export async function differenceOf(browser: Browser, one: Locator, other: Locator): Promise<number> {
  const shots = await Promise.all([one, other].map((part) => part.screenshot({ animations: "disabled" })));
  // A page without a policy of its own, to look at both.
  const page = await browser.newPage();
  const share = await page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (picture) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext("2d") as CanvasRenderingContext2D;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (!first || !second || first.width !== second.width || first.height !== second.height) return 1;
      let different = 0;
      for (let at = 0; at < first.data.length; at += 4)
        if ([0, 1, 2].some((part) => first.data[at + part] !== second.data[at + part])) different += 1;
      return different / (first.width * first.height);
    },
    shots.map((shot) => shot.toString("base64")),
  );
  await page.close();
  return share;
}
