import "server-only";
import { AppError } from "@/lib/errors";
import { readSettings } from "./env";

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);
const HOST_PATTERN = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/;

/**
 * The name part of a Host header, or undefined when it is malformed. Strict on purpose: no userinfo, no path, no
 * trailing dot, nothing that two parsers could read in two ways (requirements R20).
 */
function hostName(host: string): string | undefined {
  const [, name, port] = HOST_PATTERN.exec(host) ?? [];
  if (name === undefined || name.endsWith(".") || (port !== undefined && !isPort(Number(port))))
    return undefined;
  return name;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}

/**
 * True for a Host header that names this very machine. Any port will do: a port can be forwarded, and a foreign page that
 * rebinds its name to us still sends its own name.
 */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK_NAMES.has(hostName(host.toLowerCase()) ?? "");
}

/** The public origin that a Host header belongs to; its standard port may be spelled out. */
export function publicOriginOf(host: string, publicOrigins: readonly string[]): string | undefined {
  const asked = host.toLowerCase();
  return publicOrigins.find((origin) => {
    const url = new URL(origin);
    return (
      asked === url.host ||
      (url.port === "" && asked === `${url.host}:${url.protocol === "https:" ? 443 : 80}`)
    );
  });
}

/** Refuses a request for a name that is not ours, before any other work: DNS rebinding ends here (requirements R20). */
export function checkHost(headers: Headers): void {
  const host = headers.get("host") ?? "";
  if (!isLoopbackHost(host) && !publicOriginOf(host, readSettings().FADER_PUBLIC_ORIGINS))
    throw new AppError("unknown_host");
}
