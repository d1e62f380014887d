import decodeQR from "qr/decode.js";

/** Eight pixels a module: what a phone would see of it at least. */
const SCALE = 8;

/** What a reader makes of a QR code's modules (true is black), drawn as a picture; throws when it finds none. */
export function readQr(modules: readonly (readonly boolean[])[]): string {
  const [height, width] = [modules.length * SCALE, (modules[0]?.length ?? 0) * SCALE];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isBlack = modules[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)];
      data.set(isBlack ? [0, 0, 0, 255] : [255, 255, 255, 255], (y * width + x) * 4);
    }
  return decodeQR({ width, height, data });
}
