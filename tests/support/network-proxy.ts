import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { turns } from "./turns";

/** What a network does to connections that are open or will be. Counts of bytes are those of answers, a connection each. */
export type NetworkFault =
  /** Each piece of an answer comes so much later. */
  | { kind: "latency"; ms: number }
  /** Answers come in pieces of this size, which split characters too. */
  | { kind: "slicer"; bytes: number }
  /** Closes in good order after so many bytes, as a server that ended early does. */
  | { kind: "limit"; bytes: number }
  /** Resets the connection after so many bytes; open ones at once when there is no number. */
  | { kind: "reset"; bytes?: number }
  /** Nothing goes through, in either direction, and no one is told; lifted, everything comes late. */
  | { kind: "black hole" };

export type NetworkProxy = {
  port: number;
  origin: string;
  setFault: (fault: NetworkFault | undefined) => void;
  /** Connections of clients that are open. */
  openSockets: () => number;
  close: () => Promise<void>;
};

/** How long before a reset the last piece goes. */
const RESET_LATER_MS = 20;

/** A stretch of network between a client and the server at `targetPort`, which can be made bad at any moment. */
export async function startNetworkProxy(targetPort: number): Promise<NetworkProxy> {
  const pairs = new Map<Socket, Socket>();
  let fault: NetworkFault | undefined;
  let lift = () => {};
  let lifted = Promise.resolve();

  /** Carries bytes one way, as the fault of the moment lets them. */
  async function carry(from: Socket, to: Socket, isAnswer: boolean): Promise<void> {
    let carried = 0;
    const left = () =>
      isAnswer && (fault?.kind === "limit" || fault?.kind === "reset")
        ? Math.max((fault.bytes ?? 0) - carried, 0)
        : Infinity;
    try {
      for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        for (let at = 0; at < chunk.length;) {
          await lifted;
          if (isAnswer && fault?.kind === "latency") await sleep(fault.ms);
          const most = isAnswer && fault?.kind === "slicer" ? fault.bytes : chunk.length;
          const piece = chunk.subarray(at, at + Math.min(most, left()));
          at += piece.length;
          carried += piece.length;
          if (!to.write(piece) && !to.destroyed) await once(to, "drain");
          // A turn of the event loop, so that pieces arrive as pieces.
          if (most < chunk.length) await sleep(1);
          if (left() > 0) continue;
          if (fault?.kind === "limit") {
            to.end();
            return void from.destroy();
          }
          // libuv tells data and a reset that come together as data and an end: a client of this process must have
          // read in between, which a late timer alone does not let it do.
          await sleep(RESET_LATER_MS);
          await turns(2);
          return reset(from, to);
        }
      }
      await lifted;
      to.end();
    } catch {
      reset(from, to);
    }
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const target = connect({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    pairs.set(client, target);
    client.on("error", () => {}).on("close", () => pairs.delete(client));
    target.on("error", () => {});
    if (fault?.kind === "reset" && fault.bytes === undefined) return reset(client, target);
    void carry(client, target, false);
    void carry(target, client, true);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  function setFault(next: NetworkFault | undefined): void {
    fault = next;
    lift();
    if (next?.kind === "black hole") lifted = new Promise((resolve) => (lift = resolve));
    if (next?.kind === "reset" && next.bytes === undefined) for (const pair of pairs) reset(...pair);
  }

  async function close(): Promise<void> {
    setFault({ kind: "reset" });
    await new Promise((resolve) => server.close(resolve));
  }

  return { port, origin: `http://127.0.0.1:${port}`, setFault, openSockets: () => pairs.size, close };
}

function reset(...sockets: Socket[]): void {
  for (const socket of sockets) socket.resetAndDestroy();
}
