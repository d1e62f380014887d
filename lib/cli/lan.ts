import { networkInterfaces } from "node:os";
import { anyAddressFor, lanAddresses, originOf } from "./lan-addresses";
import { terminalQr } from "./terminal-qr";

type Environment = Record<string, string | undefined>;

/** Where a server listens, under which origins others reach it, and what else its process is told. */
export type Lan = {
  host: string;
  originsAt: (port: number) => string[];
  settingsAt: (port: number) => Environment;
};

const ANYWHERE = ["", "127.0.0.1", "localhost", "::1", "0.0.0.0", "::"];

/**
 * What `--lan` comes to: the server listens on every address and answers to its own ones, as if FADER_HOST and
 * FADER_PUBLIC_ORIGINS said so; every other rule holds as it would then. Throws with a text for the operator.
 */
export function readLan(environment: Environment, interfaces = networkInterfaces()): Lan {
  const { FADER_HOST: asked = "", FADER_PUBLIC_ORIGINS: named = "" } = environment;
  if (!ANYWHERE.includes(asked.trim()))
    throw new Error(
      `--lan listens on every address, but FADER_HOST names one: "${asked}". Leave one of them out.`,
    );
  const addresses = lanAddresses(interfaces);
  if (addresses.length === 0)
    throw new Error("This machine has no address in a network. Connect it to one, then start again.");
  const originsAt = (port: number) => addresses.map((each) => originOf(each, port));
  const host = anyAddressFor(addresses);
  return {
    host,
    originsAt,
    settingsAt: (port) => ({
      FADER_HOST: host,
      FADER_PUBLIC_ORIGINS: [...(named.trim() === "" ? [] : [named]), ...originsAt(port)].join(","),
    }),
  };
}

/** What the operator reads once it is ready: every address, a QR code of the first, and who may do what there. */
export function lanNews(origins: readonly string[], environment: Environment, colour: boolean): string {
  const [first = "", ...others] = origins;
  return [
    `In this network: ${first}`,
    ...others.map((each) => `                 ${each}`),
    "",
    terminalQr(first, colour),
    "",
    accessNews(environment),
  ].join("\n");
}

function accessNews({ FADER_PASSWORD, FADER_OPEN }: Environment): string {
  if (FADER_PASSWORD) return "Everyone in this network can open it, and is asked for the password.";
  if (FADER_OPEN)
    return "Everyone in this network can open it and use this server’s keys, as FADER_OPEN says.";
  return "Everyone in this network can open it. Without FADER_PASSWORD this server’s keys and servers stay closed; Sprout works.";
}
