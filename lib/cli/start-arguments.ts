export type StartArguments = { lan: boolean } | { help: string } | { problem: string };

const HELP = `npm start             serves the playground to this machine
npm start -- --lan    serves it to the network around this machine too, and shows its addresses and a QR code

Settings are environment variables, or lines of .env.local: .env.example has each.`;

/** What stands behind `npm start --`; anything unknown is a problem, for a slip must not open or close a server. */
export function readStartArguments(given: readonly string[]): StartArguments {
  if (given.some((each) => each === "--help" || each === "-h")) return { help: HELP };
  const unknown = given.find((each) => each !== "--lan");
  if (unknown !== undefined) return { problem: `npm start does not know "${unknown}". It knows:\n\n${HELP}` };
  return { lan: given.includes("--lan") };
}
