import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

/** A place where nobody has any business: counts connections, and keeps what they send. */
export async function startCanary() {
  let connections = 0;
  let received = "";
  const server = createServer((socket) => {
    connections += 1;
    socket.on("data", (chunk) => (received += chunk.toString())).on("error", () => {});
    socket.setTimeout(2000, () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    received: () => received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
