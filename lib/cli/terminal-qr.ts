import { qrModules } from "../qr";

const BLACK_ON_WHITE = "\u001B[30;107m";
const RESET = "\u001B[0m";

/**
 * A QR code for a terminal, two rows of it in a line. With `colour` it is black on white whatever the terminal's colours
 * are; without, it takes light letters on a dark ground for granted, as most terminals have.
 */
export function terminalQr(text: string, colour: boolean): string {
  const modules = qrModules(text);
  const lines: string[] = [];
  for (let y = 0; y < modules.length; y += 2) {
    const [upper = [], lower = []] = modules.slice(y, y + 2);
    lines.push(
      upper.map((isBlack, x) => halves(isBlack === colour, (lower[x] ?? false) === colour)).join(""),
    );
  }
  return lines.map((line) => (colour ? `${BLACK_ON_WHITE}${line}${RESET}` : line)).join("\n");
}

function halves(upper: boolean, lower: boolean): string {
  if (upper) return lower ? "█" : "▀";
  return lower ? "▄" : " ";
}
