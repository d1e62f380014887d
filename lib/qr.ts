import { encodeQR } from "qr";

/**
 * The QR code of a text, row by row, true where it is black, with the four modules of white around it that readers ask
 * for. Medium error correction: a projector's picture is seldom whole. Throws where the text is too long for any code
 * (2,331 bytes), which no short link is.
 */
export function qrModules(text: string): boolean[][] {
  return encodeQR(text, "raw", { ecc: "medium", border: 4 });
}
