import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

const DEFAULT_PORT = 3000;
/** How many further ports are tried when the usual one is taken. */
const PORTS_TRIED = 20;

/** What keeps `host` and `port` from being listened on, as Node names it; undefined when nothing does. */
export function obstacle(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "EADDRINUSE"));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** A port that nobody listens on: for tests and pictures. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The port asked for, or the first free one from `usual` on. Throws with a text for the operator. */
export async function choosePort(
  host: string,
  asked: string | undefined,
  say: (text: string) => void,
  usual = DEFAULT_PORT,
): Promise<number> {
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`PORT is "${asked}"; it must be a whole number from 1 to 65535.`);
    const code = await obstacle(host, port);
    if (code === "EACCES") throw new Error(`Port ${port} is not open to this account. Set PORT to another.`);
    if (code)
      throw new Error(
        explain(code, host, `Port ${port} is taken. Stop what runs there, or set PORT to another.`),
      );
    return port;
  }
  for (let port = usual; port < usual + PORTS_TRIED; port += 1) {
    const code = await obstacle(host, port);
    if (code === undefined) {
      if (port !== usual) say(`Port ${usual} is taken; using ${port}.`);
      return port;
    }
    // Windows reserves ranges of ports and refuses them with EACCES: as good as taken.
    if (code !== "EADDRINUSE" && code !== "EACCES") throw new Error(explain(code, host, code));
  }
  throw new Error(`No port from ${usual} to ${usual + PORTS_TRIED - 1} is free. Set PORT to one that is.`);
}

function explain(code: string, host: string, whenTaken: string): string {
  return code === "EADDRINUSE"
    ? whenTaken
    : `FADER_HOST is "${host}", which is no address of this machine (${code}).`;
}
