import type { Browser, Locator } from "@playwright/test";
import decodeQR from "qr/decode.js";

/** What a phone held before this part of the page reads: a picture of it goes to a reader of QR codes, which throws if there is none. */
export async function scan(browser: Browser, part: Locator): Promise<string> {
  const picture = (await part.screenshot({ animations: "disabled" })).toString("base64");
  // A page without a policy of its own, to take the picture apart.
  const page = await browser.newPage();
  const { width, height, greys } = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    // It is black and white: one of three colours says all, in a fraction of the time.
    let greys = "";
    for (let at = 0; at < data.length; at += 4) greys += String.fromCharCode(data[at] ?? 0);
    return { width: image.width, height: image.height, greys };
  }, picture);
  await page.close();
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < greys.length; at += 1) data.fill(greys.charCodeAt(at), at * 4, at * 4 + 3);
  return decodeQR({ width, height, data });
}
