import { isIPv6 } from "node:net";
import type { NetworkInterfaceInfo } from "node:os";

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Bridges, tunnels and machines inside this machine: a phone on the same Wi-Fi does not get there. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|tun|tap|utun|tailscale|wg|zt|podman|cni|lxc)/i;

/** Known to one link only, and there by a name of the interface that no address bar takes. */
const LINK_LOCAL = /^(169\.254\.|fe[89ab])/i;

/**
 * The addresses under which others in the network reach this machine, as `os.networkInterfaces()` tells: the one most
 * likely to be typed first, that is IPv4 before IPv6, and real interfaces before virtual ones.
 */
export function lanAddresses(interfaces: Interfaces): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address))
        .map(({ address }) => ({ address, rank: (VIRTUAL.test(name) ? 2 : 0) + (isIPv6(address) ? 1 : 0) })),
    )
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/** What to listen on so that all of them are answered: IPv6's "any" takes IPv4 as well, but not every machine has it. */
export function anyAddressFor(addresses: readonly string[]): string {
  return addresses.some((each) => isIPv6(each)) ? "::" : "0.0.0.0";
}

/** An address and port as an origin, written as browsers write it. */
export function originOf(address: string, port: number): string {
  return new URL(`http://${isIPv6(address) ? `[${address}]` : address}:${port}`).origin;
}
